import type { Action, Check } from '../coe/sections/actions.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/**
 * The action with an answer to "did it hold?" added. `next` is the day to ask again, null for never. Answers are only ever
 * added: a fix that held twice and then did not says more than its last result.
 */
export const addCheck = <Known extends Action>(action: Known, check: Check, next: CalendarDate | null): Known => ({
  ...action,
  checks: [...action.checks, check],
  result: check.result,
  chances: check.chances,
  checkDate: next,
});

/** The action without an answer that was given by mistake; what was known before it holds again. Null when it is not there. */
export function removeCheck<Known extends Action>(
  action: Known,
  checkId: string,
  checkDate: CalendarDate | null,
): Known | null {
  const checks = action.checks.filter(({ id }) => id !== checkId);
  if (checks.length === action.checks.length) return null;
  const last = checks.at(-1);
  return { ...action, checks, result: last?.result ?? null, chances: last?.chances ?? null, checkDate };
}
