import { type DatedAction, unreadDate } from '../coe/action-dates.ts';
import type { Action } from '../coe/sections/actions.ts';
import type { CheckResultId } from '../coe/vocabulary.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';

/** The parts of an action that decide whether it awaits a check. `checks` are in the order they were answered. */
export type Checkable = Pick<Action, 'status' | 'checkDate' | 'result'> & {
  readonly checks: readonly { readonly on: CalendarDate; readonly result: CheckResultId }[];
};

/** Whether a result settles a check. "Not yet tested" and null do not. */
export const isConclusive = (result: CheckResultId | null): boolean => result !== null && result !== 'not-yet-tested';

/**
 * Whether a done action has an open check: it has a check date, and no conclusive answer or one from before that date.
 */
export function awaitsCheck({ status, checkDate, result, checks }: Checkable): boolean {
  if (status !== 'done' || checkDate === null) return false;
  if (!isConclusive(result)) return true;
  const last = checks.at(-1);
  return last !== undefined && checkDate > last.on;
}

/**
 * What was typed for the day of the check that a done action still has, where it cannot be read as one: nothing tells when
 * it is due. Null when there is none or it was answered.
 */
export const unreadCheckDay = (action: Pick<Action, 'status' | 'result'> & DatedAction): string | null =>
  action.status === 'done' && !isConclusive(action.result) ? unreadDate(action, 'checkDate') : null;

/** Whether its check is due on or before `today`, the day in the person's time zone. */
export const isCheckDue = (action: Checkable, today: CalendarDate): boolean =>
  awaitsCheck(action) && action.checkDate !== null && action.checkDate <= today;

/** Days since its check was due; negative while the date is ahead, null when it awaits no check. */
export const daysSinceCheckDue = (action: Checkable, today: CalendarDate): number | null =>
  awaitsCheck(action) && action.checkDate !== null ? daysBetween(action.checkDate, today) : null;
