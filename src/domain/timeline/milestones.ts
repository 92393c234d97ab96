import type { Coe } from '../coe/coe.ts';
import { MILESTONE_IDS, type MilestoneId } from '../coe/vocabulary.ts';
import type { Moment } from '../time/moment.ts';

/** The time of each milestone; an unknown moment when it is not known. */
export type Milestones = Record<MilestoneId, Moment>;

/** The parts of a COE that contain its milestones. */
type Times = Pick<Coe, 'times'> & { sections: { timeline: Pick<Coe['sections']['timeline'], 'entries'> } };

/** The time of a milestone: that of the timeline entry marked as it, if known, or else the one in the header. */
export function milestone(coe: Times, id: MilestoneId): Moment {
  const marked = coe.sections.timeline.entries.find((entry) => entry.mark === id && entry.when.precision !== 'unknown');
  return marked?.when ?? coe.times[id];
}

/** All five milestones, for durations and charts. */
export const milestonesOf = (coe: Times): Milestones =>
  Object.fromEntries(MILESTONE_IDS.map((id) => [id, milestone(coe, id)])) as Milestones;
