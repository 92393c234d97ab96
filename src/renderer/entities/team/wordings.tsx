import type { TeamQuestion } from '#domain/team/team-question.ts';
import { wordDifferences } from '#domain/text/word-differences.ts';

import styles from './wordings.module.css';

/** What the COE has now, for each kind of a question that has two wordings. */
const NOW = {
  first: 'In the COE now: the first.',
  second: 'In the COE now: the second.',
  both: 'In the COE now: both, one after the other.',
} as const;

/** The two wordings of a question, what differs marked, and what the COE has now. */
export function Wordings({ question }: { question: TeamQuestion }) {
  const { kind, stands, shownFirst, shownSecond, first } = question;
  if (kind === 'deleted')
    return <p>Somebody deleted this COE while somebody else changed it. It was kept, with the change.</p>;
  if (kind === 'removed')
    return (
      <>
        <p>Somebody removed this row while somebody else changed it. It was kept, with the change:</p>
        <blockquote className={styles.wording}>{(first === null ? shownSecond : shownFirst) || '(empty)'}</blockquote>
      </>
    );
  if (kind === 'file')
    return (
      <details>
        <summary>Another version could not be merged</summary>
        <pre className={styles.file}>{stands === 'first' ? shownSecond : shownFirst}</pre>
      </details>
    );
  return (
    <>
      <p className={styles.side}>First</p>
      <Marked text={shownFirst} other={shownSecond} />
      <p className={styles.side}>Second</p>
      <Marked text={shownSecond} other={shownFirst} />
      <p className={styles.now}>{NOW[stands]}</p>
    </>
  );
}

/** A text in which what the other one does not have is marked. Both are read out in full, one after the other. */
const Marked = ({ text, other }: { text: string; other: string }) => (
  <blockquote className={styles.wording}>
    {text.trim() === ''
      ? '(empty)'
      : wordDifferences(other, text)
          .filter(({ type }) => type !== 'removed')
          .map(
            ({ type, text: part }, index) =>
              // oxlint-disable react/no-array-index-key -- parts of one text, in their order
              type === 'same' ? <span key={index}>{part}</span> : <mark key={index}>{part}</mark>,
            // oxlint-enable react/no-array-index-key
          )}
  </blockquote>
);
