import type { Coe } from '../coe/coe.ts';
import { MILESTONE_IDS, type MilestoneId } from '../coe/vocabulary.ts';
import type { Moment } from '../time/moment.ts';

/** When the five points in time were. */
export type Milestones = Record<MilestoneId, Moment>;

/** The parts of a COE that say when things were. */
type Times = Pick<Coe, 'times'> & { sections: { timeline: Pick<Coe['sections']['timeline'], 'entries'> } };

/** A milestone's time: that of the timeline row that carries its mark, or else what the header says. */
export function milestone(coe: Times, id: MilestoneId): Moment {
  const marked = coe.sections.timeline.entries.find((entry) => entry.mark === id && entry.when.precision !== 'unknown');
  return marked?.when ?? coe.times[id];
}

/** All five, for durations and charts. */
export const milestonesOf = (coe: Times): Milestones =>
  Object.fromEntries(MILESTONE_IDS.map((id) => [id, milestone(coe, id)])) as Milestones;
