import type { TimelineEntry } from '../coe/sections/timeline.ts';
import type { KindId } from '../coe/vocabulary.ts';
import { GAP_LIMIT_MINUTES } from '../guide/gap-limits.ts';
import { elapsed } from '../time/elapsed.ts';

/** Two neighbouring entries with a longer gap between them than the kind allows. It only leads to advice. */
export type TimelineGap = { afterId: string; beforeId: string; minutes: number };

/**
 * The gaps of a sorted timeline; entries without a time are ignored. For an outage only the time from the beginning to
 * the mitigation or resolution counts, if these are marked, because AWS's rule of 15 minutes is about the event itself.
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
