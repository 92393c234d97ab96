import type { TimelineEntry } from '../coe/sections/timeline.ts';
import type { KindId } from '../coe/vocabulary.ts';
import { GAP_LIMIT_MINUTES } from '../guide/gap-limits.ts';
import { elapsed } from '../time/elapsed.ts';

/**
 * A stretch of the timeline about which nothing is written, longer than its kind allows. It is pointed out, never
 * forbidden.
 */
export type TimelineGap = { afterId: string; beforeId: string; minutes: number };

/**
 * The silent stretches of a timeline that is in order. For an outage only the active window counts, from what began to
 * what resolved it, where those are marked: the quiet weeks before are context, not a gap (AWS's fifteen minutes).
 */
export function timelineGaps(entries: readonly TimelineEntry[], kind: KindId, zone: string): TimelineGap[] {
  const window = kind === 'outage' ? activeWindow(entries) : entries;
  const dated = window.filter((entry) => entry.when.precision !== 'unknown');
  return dated.slice(1).flatMap((entry, index) => {
    const before = dated[index];
    const minutes = before === undefined ? null : (elapsed(before.when, entry.when, zone)?.minutes ?? null);
    return before !== undefined && minutes !== null && minutes > GAP_LIMIT_MINUTES[kind]
      ? [{ afterId: before.id, beforeId: entry.id, minutes }]
      : [];
  });
}

function activeWindow(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const began = entries.findIndex((entry) => entry.mark === 'began');
  const ended = entries.findLastIndex((entry) => entry.mark === 'resolved' || entry.mark === 'mitigated');
  return entries.slice(Math.max(began, 0), ended < 0 ? undefined : ended + 1);
}
