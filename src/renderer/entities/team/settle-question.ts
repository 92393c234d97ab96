import { assertNever } from '#domain/result.ts';
import type { AskedQuestion } from '#ipc/team.ts';

import { invokeIn } from '../../platform/library-state.ts';
import { invalidate } from '../../platform/queries.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { sideWords } from './side-words.ts';

/** How a question is settled. */
export type SettleChoice = 'first' | 'second' | 'stands';

/** What a person can decide. `stands` comes last: it leaves everything as it is now. */
export function choicesFor(question: AskedQuestion): { choice: SettleChoice; label: string }[] {
  const { kind, stands, first } = question;
  switch (kind) {
    case 'deleted':
      return [
        { choice: 'stands', label: 'Keep this COE' },
        { choice: first === null ? 'first' : 'second', label: 'Delete it for everyone' },
      ];
    case 'removed':
      return [
        { choice: first === null ? 'first' : 'second', label: 'Remove the row' },
        { choice: 'stands', label: 'Keep the row' },
      ];
    case 'order':
      // Rows are moved by hand in the COE.
      return [{ choice: 'stands', label: 'Leave it as it is' }];
    case 'value':
    case 'text':
    case 'file':
      return [
        ...(stands === 'first' ? [] : [{ choice: 'first' as const, label: `Use ${sideWords(question, 'first')}` }]),
        ...(stands === 'second' ? [] : [{ choice: 'second' as const, label: `Use ${sideWords(question, 'second')}` }]),
        { choice: 'stands', label: stands === 'both' ? 'Keep both' : 'Leave it as it is' },
      ];
  }
  return assertNever(kind);
}

/** Settles a question in a library, for everyone. Returns whether it did. */
export async function settleQuestion(
  library: string | null,
  question: AskedQuestion,
  choice: SettleChoice,
): Promise<boolean> {
  const settled = await invokeIn(library, 'team:settle', { coeId: question.coeId, question: question.id, choice });
  if (!settled.ok) {
    showFailure(settled.error, 'Nothing was settled');
    return false;
  }
  invalidate(['team:questions', 'team:state']);
  showToast(
    question.kind === 'deleted' && choice !== 'stands'
      ? 'Settled. The COE is in the trash.'
      : question.coeId === null
        ? 'Settled for everyone.'
        : 'Settled for everyone. What was there before is in the history.',
  );
  return true;
}
