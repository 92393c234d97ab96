import type { Coe } from '#domain/coe/coe.ts';
import type { ActionChange } from '#ipc/action-list.ts';

/** The COE with one of its actions changed; null when it has no such action. What the change does not name stays. */
export function changeAction(coe: Coe, { actionId, change }: ActionChange): Coe | null {
  const { actions } = coe.sections;
  if (!actions.items.some((item) => item.id === actionId)) return null;
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const items = actions.items.map((item) => (item.id === actionId ? { ...item, ...named } : item));
  return { ...coe, sections: { ...coe.sections, actions: { ...actions, items } } };
}
