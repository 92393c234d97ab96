import type { TimelineEntry } from '../coe/sections/timeline.ts';

/** The phase of an entry. It follows from the milestones, so it is computed and not stored. */
export type Phase = 'before' | 'began' | 'noticed' | 'responded' | 'mitigated' | 'resolved' | 'after';

/** The phase of each entry of a sorted timeline. */
export function phasesOf(entries: readonly TimelineEntry[]): Phase[] {
  let phase: Phase = entries.some((entry) => entry.mark === 'began') ? 'before' : 'began';
  return entries.map((entry) => {
    if (entry.mark !== null && entry.mark !== 'told') {
      phase = entry.mark;
      return phase;
    }
    if (phase === 'noticed') phase = 'responded';
    if (phase === 'resolved') phase = 'after';
    return phase;
  });
}
