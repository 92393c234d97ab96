import type { ListQuery } from '../../list/use-paged-query.ts';
import { invoke } from '../../platform/bridge.ts';

const AT_ONCE = 500;

/** The ids of the COEs from one place of the list to another, both included, in the order of the list. */
export async function idsBetween(request: ListQuery<'coes:list'>, from: number, to: number): Promise<string[]> {
  const first = Math.min(from, to);
  const count = Math.abs(to - from) + 1;
  const ids: string[] = [];
  while (ids.length < count) {
    const limit = Math.min(AT_ONCE, count - ids.length);
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const page = await invoke('coes:list', { ...request, offset: first + ids.length, limit });
    if (!page.ok || page.value.rows.length === 0) break;
    ids.push(...page.value.rows.map(({ id }) => id));
  }
  return ids;
}
