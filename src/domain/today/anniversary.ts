import { Temporal } from 'temporal-polyfill';

import type { CoeSummary } from '../catalogue/coe-summary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/**
 * How many years ago a COE happened on this day of the year; null when it did not. 29 February counts as the 28th in
 * other years. Only major COEs count (severe ones for outages), and no drafts, since their writers need no reminder.
 */
export function anniversaryOf(summary: CoeSummary, day: CalendarDate): number | null {
  const { happened, kind, severity, status } = summary;
  if (status === 'draft' || (happened.precision !== 'day' && happened.precision !== 'minute')) return null;
  if ((severity ?? 0) < (kind === 'outage' ? 3 : 2)) return null;
  const date = happened.value.slice(0, 10);
  const years = Number(day.slice(0, 4)) - Number(date.slice(0, 4));
  if (years < 1 || (date.slice(5) !== day.slice(5) && !date.endsWith('-02-29'))) return null;
  return Temporal.PlainDate.from(date).add({ years }, { overflow: 'constrain' }).toString() === day ? years : null;
}
