import type { TimelineEntry } from '../coe/sections/timeline.ts';
import type { MilestoneId } from '../coe/vocabulary.ts';

/** Gives an entry a mark, or takes it. A milestone is one moment, so the entry that had the mark before loses it. */
export const setMilestone = (
  entries: readonly TimelineEntry[],
  id: string,
  mark: MilestoneId | null,
): TimelineEntry[] =>
  entries.map((entry) => {
    if (entry.id === id) return { ...entry, mark };
    return mark !== null && entry.mark === mark ? { ...entry, mark: null } : entry;
  });
