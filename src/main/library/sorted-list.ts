import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';

/** The ids of COEs that changed since a list was sorted, each with what the list has of it; undefined for nothing. */
type Changes = Map<string, CoeSummary | undefined>;

/** Sorted summaries. `changed` is null when so much changed that the list is to be sorted anew. */
export type SortedList = { list: CoeSummary[]; changed: Changes | null };

/** More changes than this are not put in their places one by one. */
const MOST_CHANGES = 50;

/** Notes that a COE changes, of which the catalogue has had `before` until now; undefined for nothing. */
export function noteChange(sorted: SortedList, id: string, before: CoeSummary | undefined): void {
  if (sorted.changed === null || sorted.changed.has(id)) return;
  if (sorted.changed.size === MOST_CHANGES) sorted.changed = null;
  else sorted.changed.set(id, before);
}

/**
 * A new list with each change in its place, so that the list after a save takes no longer in a large library. `now` is a
 * COE as it is; undefined for one that is gone. Null if a summary is not where it should be.
 */
export function withChanges(
  list: readonly CoeSummary[],
  changed: Changes,
  now: (id: string) => CoeSummary | undefined,
  compare: (first: CoeSummary, second: CoeSummary) => number,
): CoeSummary[] | null {
  const changing = [...list];
  for (const before of changed.values()) {
    if (before === undefined) continue;
    const at = placeOf(before, changing, compare);
    if (changing[at] !== before) return null;
    changing.splice(at, 1);
  }
  for (const id of changed.keys()) {
    const summary = now(id);
    if (summary !== undefined) changing.splice(placeOf(summary, changing, compare), 0, summary);
  }
  return changing;
}

/** The place of the first summary that is not before one. */
function placeOf(
  summary: CoeSummary,
  list: readonly CoeSummary[],
  compare: (first: CoeSummary, second: CoeSummary) => number,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && compare(there, summary) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
