import { quantity } from '#domain/text/format.ts';
import type { UnsentAnswer } from '#ipc/unsent.ts';

import { isAnswerTyped, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import styles from './sharing.module.css';

/** The buttons that store what is typed in a form. */
const BUTTONS: Readonly<Record<UnsentAnswer['form'], string>> = {
  answer: '“Store the answer”',
  change: '“Accept”',
  decline: '“Not now”',
};

/** Says which answers were typed at the questions about a COE, but not stored: they are not in a copy. */
export function UnsentNote({ coeId }: { coeId: string }) {
  const shares = useIpcQuery('sharing:threads', { coeId }).data ?? [];
  const { words: unsent } = useUnsentAnswers(coeId);
  const asked = new Set(shares.flatMap(({ events }) => events.map(({ id }) => id)));
  const typed = Object.entries(unsent).filter(([root, answer]) => asked.has(root) && isAnswerTyped(answer));
  if (typed.length === 0) return null;
  const buttons = [...new Set(typed.map(([, { form }]) => BUTTONS[form]))].join(' or ');
  const [it, does] = typed.length === 1 ? ['it', 'It does'] : ['them', 'They do'];
  return (
    <p className={styles.unsent} role="note">
      You typed {quantity(typed.length, 'answer')} to questions about this COE, but did not store {it}. {does} not go
      along. To send {it}, close this dialog and choose {buttons} first; nothing you typed is lost.
    </p>
  );
}
