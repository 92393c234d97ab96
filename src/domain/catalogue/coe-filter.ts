import { z } from 'zod';

import { KIND_IDS, STATUS_IDS } from '../coe/vocabulary.ts';
import { patternIdSchema } from '../ids.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';
import type { Moment } from '../time/moment.ts';
import type { CoeSummary } from './coe-summary.ts';

/**
 * A filter for lists of COEs. All criteria must match; within one, any of its values may. An empty list and null match
 * everything. `from` and `to` are about when it happened and include both days.
 */
export const coeFilterSchema = z.object({
  kinds: z.array(z.enum(KIND_IDS)).default([]),
  statuses: z.array(z.enum(STATUS_IDS)).default([]),
  conditions: z.array(z.string().max(200)).default([]),
  tags: z.array(z.string().max(200)).default([]),
  /** Stored ids of patterns: a merged pattern counts only where main adds its id. */
  patterns: z.array(patternIdSchema).default([]),
  /** Who wrote them, as written in the COE. */
  authors: z.array(z.string().max(200)).default([]),
  /** 0 to 3, or -1 for not judged yet. */
  severities: z.array(z.number().int().min(-1).max(3)).default([]),
  from: calendarDateSchema.nullable().default(null),
  to: calendarDateSchema.nullable().default(null),
});
export type CoeFilter = z.infer<typeof coeFilterSchema>;

/** A filter that matches every COE. */
export const emptyFilter = (): CoeFilter => coeFilterSchema.parse({});

/** Whether a COE matches all criteria of a filter. */
export function matchesFilter(summary: CoeSummary, filter: CoeFilter): boolean {
  return (
    includesOrEmpty(filter.kinds, summary.kind) &&
    includesOrEmpty(filter.statuses, summary.status) &&
    includesOrEmpty(filter.severities, summary.severity ?? -1) &&
    includesOrEmpty(filter.authors, summary.author.trim()) &&
    (filter.conditions.length === 0 || summary.conditions.some((row) => filter.conditions.includes(row.condition))) &&
    (filter.tags.length === 0 || summary.tags.some((tag) => filter.tags.includes(tag))) &&
    (filter.patterns.length === 0 || summary.patternIds.some((id) => filter.patterns.includes(id))) &&
    isWithin(summary.happened, filter.from, filter.to)
  );
}

const includesOrEmpty = <Item>(wanted: readonly Item[], item: Item): boolean =>
  wanted.length === 0 || wanted.includes(item);

/** Compares dates as written, so a month matches if any of its days does. An unknown date never matches a range. */
function isWithin(moment: Moment, from: string | null, to: string | null): boolean {
  if (from === null && to === null) return true;
  if (moment.precision === 'unknown') return false;
  const date = moment.value.slice(0, 10);
  return (from === null || date >= from.slice(0, date.length)) && (to === null || date <= to.slice(0, date.length));
}
