import { MarkdownView } from '../../ui/markdown-view.tsx';
import styles from './handbook.module.css';
import type { Example } from './page-parts.ts';

/** A good or weak example, set as a person's own words, with the reason. */
export const PageExample = ({ example: { word, quote, why } }: { example: Example }) => (
  <figure className={`${styles.example} ${word === 'Weak' ? styles.weak : ''}`} aria-label={`${word} example`}>
    <figcaption>{word}</figcaption>
    <div className={styles.quote}>
      <MarkdownView markdown={quote} voice="prose" />
    </div>
    {why !== '' && (
      <div className={styles.why}>
        <MarkdownView markdown={why} />
      </div>
    )}
  </figure>
);
