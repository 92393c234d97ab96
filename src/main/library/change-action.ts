import { changeOfDate, unreadDate } from '#domain/coe/action-dates.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { Action } from '#domain/coe/sections/actions.ts';
import { setActionDone } from '#domain/lifecycle/change-action.ts';
import { applyCheckResults } from '#domain/lifecycle/change-status.ts';
import type { ActionChange } from '#ipc/action-list.ts';

/**
 * Returns the COE with one action changed, or null if it has no such action. Fields that the change does not name stay,
 * except the check: setting an action to done schedules it, and reopening the action removes it.
 */
export function changeAction(coe: Coe, { actionId, change }: ActionChange, at: string): Coe | null {
  const before = coe.sections.actions.items.find((item) => item.id === actionId);
  if (before === undefined) return null;
  const isDone = change.status === 'done';
  const marked =
    change.status === undefined || isDone === (before.status === 'done')
      ? coe
      : setActionDone(coe, actionId, isDone, change.doneOn ?? at.slice(0, 10));
  if (marked === null) return null;
  const { actions } = marked.sections;
  const items = actions.items.map((item) => (item.id === actionId ? { ...item, ...fieldsOf(change, item) } : item));
  return applyCheckResults({ ...marked, sections: { ...marked.sections, actions: { ...actions, items } } }, at);
}

/**
 * The fields that a change sets. A date is set together with what was typed for it. The day on which an action is marked
 * as done gives way to what was typed for that day, as nobody typed the other.
 */
function fieldsOf({ due, doneOn, doneOnWords, ...others }: ActionChange['change'], marked: Action): Partial<Action> {
  const isTyped = others.status === 'done' && doneOnWords === undefined && unreadDate(marked, 'doneOn') !== null;
  return {
    ...Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined)),
    ...(due === undefined ? {} : changeOfDate('due', due)),
    ...(doneOn === undefined || isTyped ? {} : changeOfDate('doneOn', doneOn, doneOnWords)),
  };
}
