import { upperFirst } from '#domain/text/format.ts';
import { wordDifferences } from '#domain/text/word-differences.ts';
import type { AskedQuestion } from '#ipc/team.ts';

import { isByOnePerson, sideWords, writerWords } from './side-words.ts';
import styles from './wordings.module.css';

/** The two wordings of a question and who they say they are from, what differs marked, and what the COE has now. */
export function Wordings({ question }: { question: AskedQuestion }) {
  const { kind, stands, shownFirst, shownSecond, first } = question;
  if (kind === 'deleted') return <p>{removedBy(question, 'this COE', 'deleted')} It was kept, with the change.</p>;
  if (kind === 'removed')
    return (
      <>
        <p>{removedBy(question, 'this row', 'removed')} It was kept, with the change:</p>
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
      <p className={styles.side}>{upperFirst(sideWords(question, 'first').replace(/^the /, ''))}</p>
      <Marked text={shownFirst} other={shownSecond} />
      <p className={styles.side}>{upperFirst(sideWords(question, 'second').replace(/^the /, ''))}</p>
      <Marked text={shownSecond} other={shownFirst} />
      <p className={styles.now}>
        In the COE now: {stands === 'both' ? 'both, one after the other' : sideWords(question, stands)}.
      </p>
    </>
  );
}

/** `Ann deleted this COE while you changed it.` */
function removedBy(question: AskedQuestion, what: string, did: string): string {
  const gone = question.first === null ? 'first' : 'second';
  const one = writerWords(question, gone) ?? 'Somebody';
  if (isByOnePerson(question)) return `${one} ${did} ${what} on one computer and changed it on another.`;
  const other = writerWords(question, gone === 'first' ? 'second' : 'first') ?? 'somebody else';
  return `${one} ${did} ${what} while ${other === 'You' ? 'you' : other} changed it.`;
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
