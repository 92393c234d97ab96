import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { ACTION_MARK_KEYS, type ActionChange, type ActionMark, type ActionRow } from '#ipc/action-list.ts';
import type { Answers } from '#ipc/contract.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { queryClient } from '../../platform/queries.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

import { formatDay } from '#domain/time/format-day.ts';

type Undo = { readonly before: ActionMark; readonly after: ActionMark };

/** Marks an action as done, or as open again, and offers to undo it. Does nothing for a declined one. */
export async function toggleDone(row: ActionRow, today: CalendarDate, dates: DateStyle): Promise<void> {
  if (row.status === 'declined') return;
  const isDone = row.status === 'done';
  const library = currentLibrary();
  const changed = await change(
    library,
    row,
    isDone ? { status: 'open', doneOn: null } : { status: 'done', doneOn: today },
  );
  if (changed === null) return;
  const { before, after } = changed;
  showToast(isDone ? 'Open again.' : doneWords(after.checkDate, today, dates), () =>
    undo(library, row, { before, after }),
  );
}

/** Undoes a change, and says what was written since and therefore stays. */
async function undo(library: string | null, row: ActionRow, mark: Undo): Promise<void> {
  const undone = await change(library, row, mark);
  if (undone === null || isSameMark(undone.after, mark.before)) return;
  showToast(
    isSameMark(undone.after, undone.before)
      ? 'Nothing was undone: the action has been changed since then.'
      : 'Undone, except for what has been changed since then.',
  );
}

const isSameMark = (one: ActionMark, other: ActionMark): boolean =>
  ACTION_MARK_KEYS.every((key) => one[key] === other[key]);

const doneWords = (checkDate: CalendarDate | null, today: CalendarDate, dates: DateStyle): string =>
  checkDate === null ? 'Done.' : `Done. Its check is on ${formatDay(checkDate, today, dates)}.`;

async function change(
  library: string | null,
  row: ActionRow,
  to: ActionChange['change'],
): Promise<Answers['actions:change'] | null> {
  const result = await invokeIn(library, 'actions:change', { coeId: row.coeId, actionId: row.id, change: to });
  if (!result.ok) {
    const { title, safe, next } = explainError(result.error);
    showToast(`That was not saved: ${title}. ${safe} ${next}`.trim());
    return null;
  }
  await queryClient.invalidateQueries({ queryKey: ['actions:list'] });
  await queryClient.invalidateQueries({ queryKey: ['today:read'] });
  return result.value;
}
