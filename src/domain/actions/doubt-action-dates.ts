import type { ActionDate } from '../coe/action-dates.ts';
import type { Action } from '../coe/sections/actions.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';
import { doubtDate } from '../time/doubt-date.ts';
import type { Moment } from '../time/moment.ts';

/**
 * A question about one date of an action that is possible but unlikely: before the COE happened, a check before the fix
 * is done, a year far away. Null when there is none. It never blocks anything.
 */
export function doubtActionDate(
  action: Pick<Action, ActionDate>,
  which: ActionDate,
  happened: Moment,
  today: CalendarDate,
): string | null {
  const date = action[which];
  if (date === null) return null;
  const doubt = doubtDate(date, today, which === 'doneOn' ? 'past' : 'plan');
  if (doubt !== null) return doubt;
  if (which === 'checkDate') {
    const { doneOn, due } = action;
    if (doneOn !== null && isBefore(date, doneOn)) return 'That is before the fix was done. Is the date right?';
    if (doneOn === null && due !== null && isBefore(date, due))
      return 'That is before the fix is due. Is the date right?';
  }
  const isWholeDay = happened.precision === 'minute' || happened.precision === 'day';
  if (isWholeDay && isBefore(date, happened.value.slice(0, 10)))
    return 'That is before it happened. Is the date right?';
  return null;
}

const isBefore = (date: CalendarDate, other: CalendarDate): boolean => daysBetween(date, other) > 0;
