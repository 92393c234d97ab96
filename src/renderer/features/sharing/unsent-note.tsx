import { plural, quantity } from '#domain/text/format.ts';

import { useUnsentAnswers } from '../../entities/questions/unsent-answers.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import styles from './sharing.module.css';

/** Says which answers were typed at the questions about a COE, but not stored: they are not in a copy. */
export function UnsentNote({ coeId }: { coeId: string }) {
  const shares = useIpcQuery('sharing:threads', { coeId }).data ?? [];
  const unsent = useUnsentAnswers((state) => state.unsent);
  const asked = new Set(shares.flatMap(({ events }) => events.map(({ id }) => id)));
  const typed = Object.entries(unsent).filter(([root, { text }]) => asked.has(root) && text.trim() !== '').length;
  if (typed === 0) return null;
  return (
    <p className={styles.unsent} role="note">
      You typed {quantity(typed, 'answer')} to questions about this COE, but did not store {plural(typed, 'it', 'them')}
      . {plural(typed, 'It does', 'They do')} not go along. To send {plural(typed, 'it', 'them')}, close this dialog and
      choose “Store the answer” first; nothing you typed is lost.
    </p>
  );
}
