import styles from './severity.module.css';

const WORDS = ['Near miss', 'Minor', 'Major', 'Severe'];

/** A severity as a word and filled dots, never in red. Renders nothing for null. */
export function Severity({ level, withWords = true }: { level: number | null; withWords?: boolean }) {
  if (level === null) return null;
  const word = WORDS[level] ?? '';
  return (
    <span className={styles.severity} {...(withWords ? {} : { role: 'img', 'aria-label': word })}>
      <span aria-hidden className={styles.dots}>
        {[1, 2, 3].map((dot) => (
          <span key={dot} className={dot <= level ? styles.filled : styles.open} />
        ))}
      </span>
      {withWords && word}
    </span>
  );
}
