import { Temporal } from 'temporal-polyfill';

import { instantRange } from './instant-range.ts';
import type { Moment } from './moment.ts';

/**
 * The time between two moments, as precise as they allow. `minutes` is the best estimate, negative when the second is
 * earlier; `exact` is true only when both are precise to the minute and not approximate. When both lie in the same day,
 * month or year and nothing finer is known, `minutes` is null and the time is less than `lessThanMinutes`.
 */
export type Elapsed =
  | { readonly minutes: number; readonly exact: boolean; readonly lessThanMinutes: null }
  | { readonly minutes: null; readonly exact: false; readonly lessThanMinutes: number };

const MINUTES_PER_DAY = 1440;

/** Measures from `from` to `to`. `zone` applies to moments without one. Null when either is unknown. */
export function elapsed(from: Moment, to: Moment, zone: string): Elapsed | null {
  const start = instantRange(from, zone);
  const end = instantRange(to, zone);
  if (start === null || end === null) return null;
  if (from.precision === 'minute' && to.precision === 'minute') {
    return {
      minutes: (end.start - start.start) / 60_000,
      exact: !from.approximate && !to.approximate,
      lessThanMinutes: null,
    };
  }
  // At different precisions, compare at the coarser one: 10:04 and "14 May" are a number of days apart, maybe none.
  const coarser = Math.max(coarseness(from), coarseness(to));
  const days = wallDate(from, coarser).until(wallDate(to, coarser), { largestUnit: 'days' }).days;
  if (days === 0)
    return {
      minutes: null,
      exact: false,
      lessThanMinutes: [MINUTES_PER_DAY, 31 * MINUTES_PER_DAY, 366 * MINUTES_PER_DAY][coarser] ?? MINUTES_PER_DAY,
    };
  return { minutes: days * MINUTES_PER_DAY, exact: false, lessThanMinutes: null };
}

const coarseness = (moment: Moment): number => ({ minute: 0, day: 0, month: 1, year: 2, unknown: 2 })[moment.precision];

/** The first day of the day, month or year of a moment, in its own local time. */
function wallDate(moment: Moment, coarser: number): Temporal.PlainDate {
  const [year = '1970', month = '01', day = '01'] = moment.value.slice(0, 10).split('-');
  return Temporal.PlainDate.from(`${year}-${coarser >= 2 ? '01' : month}-${coarser >= 1 ? '01' : day}`);
}
