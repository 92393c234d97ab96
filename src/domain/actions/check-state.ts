import type { Action } from '../coe/sections/actions.ts';
import type { CheckResultId } from '../coe/vocabulary.ts';
import { type CalendarDate, daysBetween } from '../time/calendar-date.ts';

/** What has to be known of an action to tell whether it waits for a check. */
export type Checkable = Pick<Action, 'status' | 'checkDate' | 'result'> & {
  readonly checks: readonly { readonly on: CalendarDate; readonly result: CheckResultId }[];
};

/** Whether a result answers the question. "Not yet tested" asks again later. */
export const isConclusive = (result: CheckResultId | null): boolean => result !== null && result !== 'not-yet-tested';

/** Whether what was done waits for a check: one that was never answered, or one that was set for later than the last answer. */
export function awaitsCheck({ status, checkDate, result, checks }: Checkable): boolean {
  if (status !== 'done' || checkDate === null) return false;
  if (!isConclusive(result)) return true;
  const last = checks.at(-1);
  return last !== undefined && checkDate > last.on;
}

/** Whether its check is due on a day: that day has come, where the person lives. */
export const isCheckDue = (action: Checkable, today: CalendarDate): boolean =>
  awaitsCheck(action) && action.checkDate !== null && action.checkDate <= today;

/** How many days ago it was due; negative when it is still to come, null when it waits for none. */
export const daysSinceCheckDue = (action: Checkable, today: CalendarDate): number | null =>
  awaitsCheck(action) && action.checkDate !== null ? daysBetween(action.checkDate, today) : null;
