import { addCheck, type CheckDay, removeCheck } from '../actions/add-check.ts';
import { closeAction, reopenAction } from '../actions/close-action.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { Coe } from '../coe/coe.ts';
import type { Action, Check } from '../coe/sections/actions.ts';
import type { StatusId } from '../coe/vocabulary.ts';
import { addStatusStep, applyCheckAnswer } from './change-status.ts';

/** Marks an action as done on a day, or reopens it on that day. Null when the COE has no such action. */
export const setActionDone = (coe: Coe, actionId: string, isDone: boolean, on: CalendarDate): Coe | null =>
  withAction(coe, actionId, (action) => (isDone ? closeAction(action, coe, on) : reopenAction(action, coe, on)));

/**
 * Records the answer to a check and applies the status that follows. `next` is the day to ask again, null for never;
 * `at` is an ISO instant. Null when the COE has no such action.
 */
export function recordCheck(
  coe: Coe,
  actionId: string,
  { check, next, at }: { check: Check; next: CalendarDate | null; at: string },
): Coe | null {
  const answered = withAction(coe, actionId, (action) => addCheck(action, check, next));
  return answered === null ? null : applyCheckAnswer(answered, at);
}

/** What undoing a check restores. */
export type StateBeforeCheck = Readonly<CheckDay> & { readonly status: StatusId };

/**
 * Removes an answer and restores the status; the history keeps all steps. Null when there is no such action or answer.
 */
export function undoCheck(
  coe: Coe,
  actionId: string,
  { checkId, before, at }: { checkId: string; before: StateBeforeCheck; at: string },
): Coe | null {
  const taken = withAction(coe, actionId, (action) => removeCheck(action, checkId, before));
  if (taken === null || taken.status === before.status) return taken;
  return addStatusStep(taken, before.status, at, 'The answer to a check was undone.');
}

function withAction(coe: Coe, actionId: string, change: (action: Action) => Action | null): Coe | null {
  const { actions } = coe.sections;
  const action = actions.items.find(({ id }) => id === actionId);
  const changed = action === undefined ? null : change(action);
  if (changed === null) return null;
  const items = actions.items.map((item) => (item.id === actionId ? changed : item));
  return { ...coe, sections: { ...coe.sections, actions: { ...actions, items } } };
}
