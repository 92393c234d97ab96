import type { TimelineEntry } from '../coe/sections/timeline.ts';
import { instantRange } from '../time/instant-range.ts';

/**
 * Puts entries in order of time. An entry whose time is not known stays behind the one it follows, and entries of the
 * same time keep their order, so that nothing jumps while a person fills in the rows. `zone` is where days were lived.
 */
export function orderEntries(entries: readonly TimelineEntry[], zone: string): TimelineEntry[] {
  let last = Number.NEGATIVE_INFINITY;
  const placed = entries.map((entry, index) => {
    const start = instantRange(entry.when, zone)?.start ?? last;
    last = start;
    return { entry, start, index };
  });
  return placed
    .sort((first, second) => first.start - second.start || first.index - second.index)
    .map(({ entry }) => entry);
}
