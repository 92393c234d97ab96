import type { MilestoneId } from '../coe/vocabulary.ts';
import { type Elapsed, elapsed } from '../time/elapsed.ts';
import type { Milestones } from './milestones.ts';

/**
 * The durations, each with the milestones it is measured between, so that the app can show the formula beside the
 * number.
 */
export const DURATIONS = [
  { id: 'notice', label: 'Time to notice', from: 'began', to: 'noticed' },
  { id: 'tell', label: 'Time to tell', from: 'noticed', to: 'told' },
  { id: 'mitigate', label: 'Time to mitigate', from: 'began', to: 'mitigated' },
  { id: 'resolve', label: 'Time to resolve', from: 'began', to: 'resolved' },
] as const satisfies readonly { id: string; label: string; from: MilestoneId; to: MilestoneId }[];

/** A duration with its measured time. */
export type MeasuredDuration = (typeof DURATIONS)[number] & { elapsed: Elapsed };

/** The durations for which both milestones are known. `zone` applies to moments without one. */
export const measuredDurations = (milestones: Milestones, zone: string): MeasuredDuration[] =>
  DURATIONS.flatMap((duration) => {
    const measured = elapsed(milestones[duration.from], milestones[duration.to], zone);
    return measured === null ? [] : [{ ...duration, elapsed: measured }];
  });
