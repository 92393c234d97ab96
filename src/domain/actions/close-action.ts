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

/** Reopens an action. Removes its check if that is the default one and unanswered; any other stays. */
export function reopenAction<Known extends Action>(action: Known, coe: CheckContext): Known {
  const open = { ...action, status: 'open' as const, ...changeOfDate('doneOn', null) };
  const { doneOn, checkDate } = action;
  const isDefaultCheck = doneOn !== null && checkDate === defaultCheckDate(coe, doneOn) && action.checks.length === 0;
  if (!isDefaultCheck) return open;
  return {
    ...open,
    checkDate: null,
    checkQuestion: without(action.checkQuestion, defaultCheckQuestion(coe.kind, action.purpose)),
    checkHow: without(action.checkHow, defaultCheckHow(coe.kind)),
  };
}

const without = (words: string, own: string): string => (words === own ? '' : words);
