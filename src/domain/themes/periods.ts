import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { addToCount, emptyCount } from './coe-count.ts';
import { type PeriodScheme, periodSchemes, monthIndexOf, type MonthOfMoment } from './period-schemes.ts';
import type { CoeCount, Period, PeriodUnit } from './themes-data.ts';

/** More columns than this are hard to take in at a glance. */
const MAX_PERIODS = 16;
/** At least this share of the dated COEs must be dated precisely enough for the periods. */
const MIN_PRECISE_SHARE = 0.8;

/** The periods of some COEs, all of one length and without gaps, and the period of each COE. */
export type Periods = {
  unit: PeriodUnit;
  periods: Period[];
  /** By the index of the COE: the index of its period, or null when it has none. */
  periodOfCoe: (number | null)[];
  unplaced: CoeCount;
};

/** Chooses the shortest periods that number at most sixteen and fit at least 80 % of the dated COEs. */
export function periodsOf(summaries: readonly CoeSummary[]): Periods {
  const months = summaries.map((summary) => monthIndexOf(summary.happened));
  const calendar = periodSchemes(MAX_PERIODS).find((one) => fits(one, months)) ?? periodSchemes(MAX_PERIODS)[0];
  const indexes = calendar === undefined ? [] : months.map((month) => periodIndexOf(calendar, month));
  const known = indexes.filter((index) => index !== null);
  const first = lowest(known);
  const length = calendar === undefined || known.length === 0 ? 0 : -lowest(known.map((index) => -index)) - first + 1;
  const periodOfCoe = indexes.map((index) => (index === null ? null : index - first));
  const unplaced = emptyCount();
  periodOfCoe.forEach((index, coe) => index === null && addToCount(unplaced, coe));
  return {
    unit: calendar?.unit ?? 'month',
    periods: Array.from({ length }, (_, index) => periodAt(calendar, first + index)),
    periodOfCoe,
    unplaced,
  };
}

function fits(calendar: PeriodScheme, months: readonly (MonthOfMoment | null)[]): boolean {
  const dated = months.filter((month) => month !== null);
  const indexes = dated.map((month) => periodIndexOf(calendar, month)).filter((index) => index !== null);
  if (indexes.length < dated.length * MIN_PRECISE_SHARE) return false;
  return indexes.length === 0 || -lowest(indexes.map((index) => -index)) - lowest(indexes) < MAX_PERIODS;
}

const periodIndexOf = (calendar: PeriodScheme, month: MonthOfMoment | null): number | null =>
  month === null || (month.yearOnly && calendar.months < 12) ? null : Math.floor(month.index / calendar.months);

const periodAt = (calendar: PeriodScheme | undefined, index: number): Period =>
  calendar === undefined ? { start: '', label: '' } : calendar.describe(index);

const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((low, number) => (number < low ? number : low), Number.POSITIVE_INFINITY);
