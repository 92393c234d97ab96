import { quantity } from '../text/format.ts';
import type { Elapsed } from './elapsed.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/**
 * Formats a duration in minutes: "under a minute", "4 minutes", "1 h 27 min", "3 days", "2 months", "8 years". Rounds
 * to two units at most and ignores the sign.
 */
export function describeDuration(minutes: number): string {
  const size = Math.round(Math.abs(minutes));
  if (size < 1) return 'under a minute';
  if (size < HOUR) return quantity(size, 'minute');
  if (size < 2 * DAY && size !== DAY) return hours(size);
  if (size < 2 * MONTH) return quantity(Math.round(size / DAY), 'day');
  if (size < 2 * YEAR) return quantity(Math.round(size / MONTH), 'month');
  return quantity(Math.round(size / YEAR), 'year');
}

/** A measured time in words, as precise as it is known: "about 2 days", "less than 1 month". */
export function describeElapsed({ minutes, exact, lessThanMinutes }: Elapsed): string {
  if (minutes === null) return `less than ${describeDuration(lessThanMinutes)}`;
  if (minutes < 0) return 'order unclear: the second comes first';
  return `${exact ? '' : 'about '}${describeDuration(minutes)}`;
}

function hours(minutes: number): string {
  const whole = Math.floor(minutes / HOUR);
  const rest = minutes % HOUR;
  return rest === 0 ? quantity(whole, 'hour') : `${whole} h ${rest} min`;
}
