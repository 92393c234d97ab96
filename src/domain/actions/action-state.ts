import type { ActionSummary } from '../catalogue/coe-summary.ts';
import { assertNever } from '../result.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { DatedAction } from '../coe/action-dates.ts';
import { type Checkable, awaitsCheck, unreadCheckDay } from './check-state.ts';

/** The narrowest group of an action: an overdue action is open too, and one that awaits its check is done too. */
export const ACTION_STATE_IDS = ['open', 'overdue', 'done', 'waiting-for-check', 'declined'] as const;
export type ActionStateId = (typeof ACTION_STATE_IDS)[number];

/**
 * The state of an action on a day, in the person's time zone. It is overdue from the day after its due date. A done
 * action with a check date, readable or not, awaits its check until the check has an answer; "not yet tested" is not one.
 */
export function actionState(action: Checkable & DatedAction, today: CalendarDate): ActionStateId {
  switch (action.status) {
    case 'open':
      return action.due !== null && action.due < today ? 'overdue' : 'open';
    case 'done':
      return awaitsCheck(action) || unreadCheckDay(action) !== null ? 'waiting-for-check' : 'done';
    case 'declined':
      return 'declined';
    default:
      return assertNever(action.status);
  }
}

/**
 * Whether a row of the plan is untouched, with no text, owner or date, nor words typed for one. Such a row does not count
 * as an action.
 */
export const isBlankAction = (
  action: Pick<ActionSummary, 'text' | 'owner' | 'doneWhen' | 'due' | 'dueWords'>,
): boolean => action.due === null && `${action.text}${action.owner}${action.doneWhen}${action.dueWords}`.trim() === '';
