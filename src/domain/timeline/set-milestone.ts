import type { TimelineEntry } from '../coe/sections/timeline.ts';
import type { MilestoneId } from '../coe/vocabulary.ts';

/** Sets the milestone of an entry, or clears it with null. Any other entry with that milestone loses it. */
export const setMilestone = (
  entries: readonly TimelineEntry[],
  id: string,
  mark: MilestoneId | null,
): TimelineEntry[] =>
  entries.map((entry) => {
    if (entry.id === id) return { ...entry, mark };
    return mark !== null && entry.mark === mark ? { ...entry, mark: null } : entry;
  });
