import { MarkdownView } from '../../ui/markdown-view.tsx';
import styles from './handbook.module.css';
import type { Example } from './page-parts.ts';

/** What somebody might write, named good or weak, in the voice of people's own words; and why. */
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
