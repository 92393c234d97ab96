import { addCheck, removeCheck } from '../actions/add-check.ts';
import { closeAction, reopenAction } from '../actions/close-action.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import type { Coe } from '../coe/coe.ts';
import type { Action, Check } from '../coe/sections/actions.ts';
import type { StatusId } from '../coe/vocabulary.ts';
import { applyCheckResults, addStatusStep } from './change-status.ts';

/** The COE with one of its actions done or open again; null when it has no such action. */
export const setActionDone = (coe: Coe, actionId: string, isDone: boolean, on: CalendarDate): Coe | null =>
  withAction(coe, actionId, (action) => (isDone ? closeAction(action, coe, on) : reopenAction(action, coe)));

/** The COE with a check answered, and in the status that follows; null when it has no such action. */
export function recordCheck(
  coe: Coe,
  actionId: string,
  { check, next, at }: { check: Check; next: CalendarDate | null; at: string },
): Coe | null {
  const answered = withAction(coe, actionId, (action) => addCheck(action, check, next));
  return answered === null ? null : applyCheckResults(answered, at);
}

/** What a COE was before a check was answered, as far as the answer does not say. */
export type StateBeforeCheck = { readonly checkDate: CalendarDate | null; readonly status: StatusId };

/** The COE with an answer taken back; the steps it went through stay in its history. Null when there is no such answer. */
export function undoCheck(
  coe: Coe,
  actionId: string,
  { checkId, before, at }: { checkId: string; before: StateBeforeCheck; at: string },
): Coe | null {
  const taken = withAction(coe, actionId, (action) => removeCheck(action, checkId, before.checkDate));
  if (taken === null || taken.status === before.status) return taken;
  return addStatusStep(taken, before.status, at, 'An answer was taken back.');
}

function withAction(coe: Coe, actionId: string, change: (action: Action) => Action | null): Coe | null {
  const { actions } = coe.sections;
  const action = actions.items.find(({ id }) => id === actionId);
  const changed = action === undefined ? null : change(action);
  if (changed === null) return null;
  const items = actions.items.map((item) => (item.id === actionId ? changed : item));
  return { ...coe, sections: { ...coe.sections, actions: { ...actions, items } } };
}
