import type { Difference } from '#domain/merge/differences.ts';
import { wordDifferences } from '#domain/text/word-differences.ts';

import styles from './difference-list.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The changes field by field: removed text struck through, added text underlined, both announced to screen readers. */
export function DifferenceList({ found }: { found: readonly Difference[] }) {
  return (
    <div className={styles.differences}>
      {found.map(({ where, mine: older, theirs: newer }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two differences may be at places of one name
        <section key={`${where} ${index}`} aria-label={where}>
          <h3>{where}</h3>
          <p className={styles.text}>
            {wordDifferences(older, newer).map(
              ({ type, text }, at) =>
                // oxlint-disable react/no-array-index-key -- parts of one text, in their order
                type === 'same' ? (
                  <span key={at}>{text}</span>
                ) : type === 'removed' ? (
                  <del key={at}>
                    <VisuallyHidden>[removed: </VisuallyHidden>
                    {text}
                    <VisuallyHidden>]</VisuallyHidden>
                  </del>
                ) : (
                  <ins key={at}>
                    <VisuallyHidden>[added: </VisuallyHidden>
                    {text}
                    <VisuallyHidden>]</VisuallyHidden>
                  </ins>
                ),
              // oxlint-enable react/no-array-index-key
            )}
          </p>
        </section>
      ))}
    </div>
  );
}
