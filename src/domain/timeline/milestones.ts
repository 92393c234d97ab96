import type { Coe } from '../coe/coe.ts';
import { MILESTONE_IDS, type MilestoneId } from '../coe/vocabulary.ts';
import type { Moment } from '../time/moment.ts';

/** When the five points in time were. */
export type Milestones = Record<MilestoneId, Moment>;

/** A milestone's time: that of the timeline row that carries its mark, or else what the header says. */
export function milestone(coe: Coe, id: MilestoneId): Moment {
  const marked = coe.sections.timeline.entries.find((entry) => entry.mark === id && entry.when.precision !== 'unknown');
  return marked?.when ?? coe.times[id];
}

/** All five, for durations and charts. */
export const milestonesOf = (coe: Coe): Milestones =>
  Object.fromEntries(MILESTONE_IDS.map((id) => [id, milestone(coe, id)])) as Milestones;
