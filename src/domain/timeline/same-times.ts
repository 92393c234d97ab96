import type { TimelineEntry } from '../coe/sections/timeline.ts';

/**
 * Tells whether two versions of a timeline have the same rows with the same times and marks, so that order, gaps,
 * phases and durations are the same. What is written in the rows does not count. Times are compared as objects: a
 * change makes a new one.
 */
export const haveSameTimes = (before: readonly TimelineEntry[], after: readonly TimelineEntry[]): boolean =>
  before === after ||
  (before.length === after.length &&
    before.every((entry, index) => {
      const other = after[index];
      return other !== undefined && entry.id === other.id && entry.when === other.when && entry.mark === other.mark;
    }));
