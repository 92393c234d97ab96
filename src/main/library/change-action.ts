import type { Coe } from '#domain/coe/coe.ts';
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
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const { actions } = marked.sections;
  const items = actions.items.map((item) => (item.id === actionId ? { ...item, ...named } : item));
  return applyCheckResults({ ...marked, sections: { ...marked.sections, actions: { ...actions, items } } }, at);
}
