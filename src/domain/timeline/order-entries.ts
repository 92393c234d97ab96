import type { TimelineEntry } from '../coe/sections/timeline.ts';
import { instantRange } from '../time/instant-range.ts';

/**
 * Sorts entries by time. An entry without a time stays behind the one before it, and entries at the same time keep
 * their order, so that rows do not jump while a person fills them in. `zone` applies to moments without one.
 */
export function orderEntries(entries: readonly TimelineEntry[], zone: string): TimelineEntry[] {
  let last = Number.NEGATIVE_INFINITY;
  const keyed = entries.map((entry, index) => {
    const start = instantRange(entry.when, zone)?.start ?? last;
    last = start;
    return { entry, start, index };
  });
  return keyed
    .sort((first, second) => first.start - second.start || first.index - second.index)
    .map(({ entry }) => entry);
}
