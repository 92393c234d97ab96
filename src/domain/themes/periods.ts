import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import { type PeriodScheme, periodSchemes, monthIndexOf, type MonthOfMoment } from './period-schemes.ts';
import type { CoeCount, Period, PeriodUnit } from './themes-data.ts';

/** More than this many columns are no longer taken in at a glance. */
const MOST_PERIODS = 16;
/** The share of dated COEs that must be dated finely enough for a period, or a coarser one is chosen. */
const FINE_ENOUGH = 0.8;

/** The periods the COEs fall into, all of one length and without a hole, and where each COE lies. */
export type Periods = {
  unit: PeriodUnit;
  periods: Period[];
  /** By the COE's place; null when it lies in none. */
  places: (number | null)[];
  unplaced: CoeCount;
};

/** Chooses the shortest periods that make at most sixteen and that nearly all dated COEs can be placed in. */
export function periodsOf(summaries: readonly CoeSummary[]): Periods {
  const months = summaries.map((summary) => monthIndexOf(summary.happened));
  const calendar = periodSchemes(MOST_PERIODS).find((one) => fits(one, months)) ?? periodSchemes(MOST_PERIODS)[0];
  const placed = calendar === undefined ? [] : months.map((month) => placeIn(calendar, month));
  const known = placed.filter((place) => place !== null);
  const first = lowest(known);
  const length = calendar === undefined || known.length === 0 ? 0 : -lowest(known.map((place) => -place)) - first + 1;
  const places = placed.map((place) => (place === null ? null : place - first));
  const unplaced = emptyCount();
  places.forEach((place, coe) => place === null && addToCount(unplaced, coe));
  return {
    unit: calendar?.unit ?? 'month',
    periods: Array.from({ length }, (_, index) => periodAt(calendar, first + index)),
    places,
    unplaced,
  };
}

function fits(calendar: PeriodScheme, months: readonly (MonthOfMoment | null)[]): boolean {
  const dated = months.filter((month) => month !== null);
  const places = dated.map((month) => placeIn(calendar, month)).filter((place) => place !== null);
  if (places.length < dated.length * FINE_ENOUGH) return false;
  return places.length === 0 || -lowest(places.map((place) => -place)) - lowest(places) < MOST_PERIODS;
}

const placeIn = (calendar: PeriodScheme, month: MonthOfMoment | null): number | null =>
  month === null || (month.yearOnly && calendar.months < 12) ? null : Math.floor(month.index / calendar.months);

const periodAt = (calendar: PeriodScheme | undefined, place: number): Period =>
  calendar === undefined ? { start: '', label: '' } : calendar.describe(place);

const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((low, number) => (number < low ? number : low), Number.POSITIVE_INFINITY);
