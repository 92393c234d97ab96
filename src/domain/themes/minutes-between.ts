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

const epochOf = (wallTime: string, offset: string): number => Date.parse(`${wallTime}:00${offset}`);

const dateLength = (moment: Moment): number => Math.min(moment.value.length, '2026-01-01'.length);

/** Date.parse reads a bare year, month or day as its start in UTC. */
const dateOf = (moment: Moment, length: number): number => Date.parse(moment.value.slice(0, length));
