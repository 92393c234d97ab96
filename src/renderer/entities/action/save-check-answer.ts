import type { DateStyle } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { STATUSES } from '#domain/guide/statuses.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import type { CheckAnswer } from './check-answer-dialog.tsx';

const NOT_SAVED = 'The answer was not saved';

/**
 * Saves the answer to a check in the file of its COE, and offers to undo that. `dates` is how the answer writes dates.
 * False when it could not be saved.
 */
export async function saveCheckAnswer(
  coeId: string,
  actionId: string,
  { check, next }: CheckAnswer,
  dates: DateStyle,
): Promise<boolean> {
  const library = currentLibrary();
  const result = await invokeIn(library, 'actions:answer-check', { coeId, actionId, check, nextCheckDate: next });
  if (!result.ok) {
    showFailure(result.error, NOT_SAVED);
    return false;
  }
  const { checkId, before, status } = result.value;
  showToast(answerText({ check, next }, status === before.status ? null : status, dates), () => {
    void invokeIn(library, 'actions:undo-check', { coeId, actionId, checkId, before }).then((undone) => {
      if (!undone.ok) showFailure(undone.error, NOT_SAVED);
    });
  });
  return true;
}

/** The result of an answer as text. `status` is the new status of the COE; null when it did not change. */
export function answerText({ check, next }: CheckAnswer, status: string | null, dates: DateStyle): string {
  const again =
    next === null ? '' : ` The next check is on ${formatMoment(dayMoment(next), { style: 'short', dates })}.`;
  const label = STATUSES.find(({ id }) => id === status)?.label.toLowerCase();
  const statusText = label === undefined ? '' : ` The COE is now ${label}.`;
  return `${RESULT_TEXT[check.result]}${statusText}${again}`;
}

const RESULT_TEXT = {
  held: 'It held.',
  partly: 'It partly held.',
  'came-back': 'It came back. That is news about the fix, not about you.',
  'not-yet-tested': 'Not tested yet.',
} as const;
