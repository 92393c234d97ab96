import { Temporal } from 'temporal-polyfill';

import type { Moment } from './moment.ts';

/** The time a moment covers: from `start` up to but not including `end`, in epoch milliseconds. */
export type InstantRange = { readonly start: number; readonly end: number };

const MINUTE_MS = 60_000;

/**
 * The range of instants a moment covers; null when it is unknown. A day, month or year has no zone of its own and uses
 * `zone`, as does a minute without one. Throws a RangeError when a needed zone is unknown.
 */
export function instantRange(moment: Moment, zone: string): InstantRange | null {
  if (moment.precision === 'unknown') return null;
  const known = ranges.get(moment);
  if (known?.zone === zone) return known.range;
  const range = measureRange(moment, zone);
  ranges.set(moment, { zone, range });
  return range;
}

/**
 * The last range of each moment. Asking for the offset of a zone costs a tenth of a millisecond, and the order and the
 * gaps of a timeline ask for every row. Moments never change.
 */
const ranges = new WeakMap<Moment, { zone: string; range: InstantRange }>();

function measureRange(moment: Moment, zone: string): InstantRange {
  if (moment.precision === 'minute') {
    const start = startOfMinute(moment, zone);
    return { start, end: start + MINUTE_MS };
  }
  const first = firstDay(moment);
  const unit = moment.precision === 'day' ? { days: 1 } : moment.precision === 'month' ? { months: 1 } : { years: 1 };
  return { start: startOfDay(first, zone), end: startOfDay(first.add(unit), zone) };
}

function startOfMinute(moment: Moment, fallbackZone: string): number {
  const wall = Temporal.PlainDateTime.from(moment.value);
  if (moment.offset !== undefined) return Temporal.Instant.from(`${moment.value}:00${moment.offset}`).epochMilliseconds;
  return wall.toZonedDateTime(moment.zone ?? fallbackZone).epochMilliseconds;
}

const startOfDay = (day: Temporal.PlainDate, zone: string): number => day.toZonedDateTime(zone).epochMilliseconds;

function firstDay(moment: Moment): Temporal.PlainDate {
  const padding = { day: '', month: '-01', year: '-01-01', minute: '', unknown: '' }[moment.precision];
  return Temporal.PlainDate.from(moment.value + padding);
}
