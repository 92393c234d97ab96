import { type Elapsed, elapsed } from '../time/elapsed.ts';
import type { Moment } from '../time/moment.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/**
 * `minutes` is null when less than a day, month or year is all that is known; the whole is null when a moment is
 * unknown.
 */
export type MinutesBetween = { minutes: number | null; exact: boolean } | null;

/**
 * The same result as `elapsed`, but without Temporal for the two most common cases: two minutes with offsets, and two
 * dates of one precision. The charts measure up to twenty thousand durations at a time.
 */
export function minutesBetween(from: Moment, to: Moment, zone: string): MinutesBetween {
  if (from.precision === 'unknown' || to.precision === 'unknown') return null;
  if (from.precision === 'minute' && to.precision === 'minute') {
    if (from.offset === undefined || to.offset === undefined) return reduce(elapsed(from, to, zone));
    const minutes = (epochOf(to.value, to.offset) - epochOf(from.value, from.offset)) / MS_PER_MINUTE;
    return { minutes, exact: !from.approximate && !to.approximate };
  }
  const length = Math.min(dateLength(from), dateLength(to));
  const days = Math.round((dateOf(to, length) - dateOf(from, length)) / MS_PER_DAY);
  return { minutes: days === 0 ? null : days * 1440, exact: false };
}

const reduce = (figure: Elapsed | null): MinutesBetween =>
  figure === null ? null : { minutes: figure.minutes, exact: figure.exact };

/** The instant of a local time such as `2026-05-14T10:04` at an offset such as `+02:00`, in milliseconds. */
function epochOf(wallTime: string, offset: string): number {
  const minutes = numberAt(wallTime, 11, 2) * 60 + numberAt(wallTime, 14, 2);
  const ahead = numberAt(offset, 1, 2) * 60 + numberAt(offset, 4, 2);
  return dayOf(wallTime, 10) + (minutes + (offset.startsWith('-') ? ahead : -ahead)) * MS_PER_MINUTE;
}

const dateLength = (moment: Moment): number => Math.min(moment.value.length, '2026-01-01'.length);

const dateOf = (moment: Moment, length: number): number => dayOf(moment.value, length);

/** The start in UTC of a day, month or year: of the first `length` characters of a date. */
function dayOf(date: string, length: number): number {
  const year = numberAt(date, 0, 4);
  const month = length < 7 ? 0 : numberAt(date, 5, 2) - 1;
  const day = length < 10 ? 1 : numberAt(date, 8, 2);
  // Date.UTC takes years below 100 as those of the last century.
  return year < 100 ? Date.parse(date.slice(0, length)) : Date.UTC(year, month, day);
}

/** The number written in ASCII digits at a place. Date.parse takes ten times as long as four of these. */
function numberAt(text: string, start: number, length: number): number {
  let number = 0;
  for (let at = start; at < start + length; at += 1) number = number * 10 + text.charCodeAt(at) - 48;
  return number;
}
