import type { ActionSummary } from '../catalogue/coe-summary.ts';
import { assertNever } from '../result.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { type Checkable, awaitsCheck } from './check-state.ts';

/** The narrowest group an action is in. What is overdue is also open, and what waits for its check is also done. */
export const ACTION_STATE_IDS = ['open', 'overdue', 'done', 'waiting-for-check', 'declined'] as const;
export type ActionStateId = (typeof ACTION_STATE_IDS)[number];

/**
 * Where an action stands on a day. It is overdue from the day after it was due. Done and held are different facts: with a
 * check date it waits for its check until that is answered, and "not yet tested" is no answer.
 */
export function actionState(
  action: Pick<ActionSummary, 'status' | 'due'> & Checkable,
  today: CalendarDate,
): ActionStateId {
  switch (action.status) {
    case 'open':
      return action.due !== null && action.due < today ? 'overdue' : 'open';
    case 'done':
      return awaitsCheck(action) ? 'waiting-for-check' : 'done';
    case 'declined':
      return 'declined';
    default:
      return assertNever(action.status);
  }
}

/** Tells whether a row of the plan is still untouched: it has no words, owner or date, so it is not yet an action. */
export const isBlankAction = (action: Pick<ActionSummary, 'text' | 'owner' | 'doneWhen' | 'due'>): boolean =>
  action.due === null && `${action.text}${action.owner}${action.doneWhen}`.trim() === '';
