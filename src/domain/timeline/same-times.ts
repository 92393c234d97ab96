import type { TimelineEntry } from '../coe/sections/timeline.ts';

/**
 * Whether two versions of a timeline have the same order, gaps, phases and durations: the same entries with the same
 * times and milestones. Times are compared by identity, since every change makes a new object.
 */
export const haveSameTimes = (before: readonly TimelineEntry[], after: readonly TimelineEntry[]): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every((entry, index) => {
      const other = after[index];
      return other !== undefined && entry.id === other.id && entry.when === other.when && entry.mark === other.mark;
    }));
