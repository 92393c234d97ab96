import { changeOfDate } from '../coe/action-dates.ts';
import type { Action, Check } from '../coe/sections/actions.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/**
 * Adds an answer to "did it hold?" to an action. `next` is the day to ask again, null for never; it replaces what was
 * typed for the day of the check. Earlier answers stay: a fix that held twice and then failed says more than its last
 * result.
 */
export const addCheck = <Known extends Action>(action: Known, check: Check, next: CalendarDate | null): Known => ({
  ...action,
  checks: [...action.checks, check],
  result: check.result,
  chances: check.chances,
  ...changeOfDate('checkDate', next),
});

/** The day of a check, or what was typed for it and could not be read. */
export type CheckDay = Pick<Action, 'checkDate' | 'checkDateWords'>;

/**
 * Removes an answer given by mistake. The result becomes that of the answer before it, and the day of the check is set
 * again.
 * Null when the action has no such answer.
 */
export function removeCheck<Known extends Action>(
  action: Known,
  checkId: string,
  { checkDate, checkDateWords }: CheckDay,
): Known | null {
  const checks = action.checks.filter(({ id }) => id !== checkId);
  if (checks.length === action.checks.length) return null;
  const last = checks.at(-1);
  const day = changeOfDate('checkDate', checkDate, checkDateWords);
  return { ...action, checks, result: last?.result ?? null, chances: last?.chances ?? null, ...day };
}
