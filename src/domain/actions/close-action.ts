import { changeOfDate, unreadDate } from '../coe/action-dates.ts';
import type { Action } from '../coe/sections/actions.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { type CheckContext, defaultCheckDate, defaultCheckHow, defaultCheckQuestion } from './check-defaults.ts';

/**
 * Marks an action as done on a day and schedules its check. A day, a check date and texts that are already set stay, and
 * so does what was typed for a day and could not be read. An action that was checked before keeps its answers and gets no
 * new date.
 */
export function closeAction<Known extends Action>(action: Known, coe: CheckContext, on: CalendarDate): Known {
  const doneOn = unreadDate(action, 'doneOn') === null ? (action.doneOn ?? on) : null;
  const done = { ...action, status: 'done' as const, doneOn };
  if (action.checkDate !== null || unreadDate(action, 'checkDate') !== null) return done;
  if (action.checks.length > 0 || action.result !== null) return done;
  return {
    ...done,
    checkDate: defaultCheckDate(coe, doneOn ?? on),
    checkQuestion: action.checkQuestion.trim() || defaultCheckQuestion(coe.kind, action.purpose),
    checkHow: action.checkHow.trim() || defaultCheckHow(coe.kind),
  };
}

/** Reopens an action on a day. Removes its check if that is the default one and unanswered; any other stays. */
export function reopenAction<Known extends Action>(action: Known, coe: CheckContext, on: CalendarDate): Known {
  const open = { ...action, status: 'open' as const, ...changeOfDate('doneOn', null) };
  if (action.checks.length > 0 || !hasDefaultCheck(action, coe, on)) return open;
  return {
    ...open,
    checkDate: null,
    checkQuestion: without(action.checkQuestion, defaultCheckQuestion(coe.kind, action.purpose)),
    checkHow: without(action.checkHow, defaultCheckHow(coe.kind)),
  };
}

/**
 * Whether the day of the check is the default one. Where the day done could not be read, the default counts from the day
 * on which the action was marked as done, which is not recorded: any day counts up to `on`, if nobody changed the rest of
 * the check.
 */
function hasDefaultCheck(action: Action, coe: CheckContext, on: CalendarDate): boolean {
  const { doneOn, checkDate } = action;
  if (checkDate === null) return false;
  if (doneOn !== null) return checkDate === defaultCheckDate(coe, doneOn);
  return (
    unreadDate(action, 'doneOn') !== null &&
    checkDate <= defaultCheckDate(coe, on) &&
    action.checkQuestion === defaultCheckQuestion(coe.kind, action.purpose) &&
    action.checkHow === defaultCheckHow(coe.kind)
  );
}

const without = (words: string, own: string): string => (words === own ? '' : words);
