import { type Elapsed, elapsed } from '../time/elapsed.ts';
import type { Moment } from '../time/moment.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** A figure, none that can be told, or null when either end is unknown. */
export type MinutesBetween = { minutes: number | null; exact: boolean } | null;

/**
 * The same figure as `elapsed`, without its calendar for the two cases that make up nearly all of a library, because
 * the charts measure twenty thousand at a time: two minutes with their offsets, and two dates of one precision.
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

/** The first day of what is known of both: Date.parse reads a bare year, month or day as its start in UTC. */
const dateOf = (moment: Moment, length: number): number => Date.parse(moment.value.slice(0, length));
