import type { Coe } from '#domain/coe/coe.ts';
import { setActionDone } from '#domain/lifecycle/change-action.ts';
import { applyCheckResults } from '#domain/lifecycle/change-status.ts';
import type { ActionChange } from '#ipc/action-list.ts';

/**
 * The COE with one of its actions changed; null when it has no such action. What the change does not name stays, but for the
 * check: done schedules it, and open again takes it away.
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
