import styles from './cards.module.css';

/** The groups of letters of a card. `label` names the list. */
export const CardLetters = ({ words, label }: { words: readonly string[]; label: string }) => (
  <ol className={styles.letters} aria-label={label}>
    {words.map((word, index) => (
      // oxlint-disable-next-line react/no-array-index-key -- two groups can be the same
      <li key={index}>{word}</li>
    ))}
  </ol>
);
