import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type Steps, visitEach } from '../steps.ts';
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
export function* periodsOf(summaries: readonly CoeSummary[]): Steps<Periods> {
  const months: (MonthOfMoment | null)[] = [];
  yield* visitEach(summaries, ({ happened }) => months.push(monthIndexOf(happened)));
  const spans = spansOf(months);
  const calendar = periodSchemes(MAX_PERIODS).find((one) => fits(one, spans)) ?? periodSchemes(MAX_PERIODS)[0];
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

/** How many months are known, with the first and the last of them. */
type Span = { count: number; first: number; last: number };

/** The span of all dated COEs, and of those dated to the month at least. */
function spansOf(months: readonly (MonthOfMoment | null)[]): { dated: Span; precise: Span } {
  const dated: Span = { count: 0, first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  const precise: Span = { ...dated };
  for (const month of months) {
    if (month === null) continue;
    extend(dated, month.index);
    if (!month.yearOnly) extend(precise, month.index);
  }
  return { dated, precise };
}

function extend(span: Span, month: number): void {
  span.count += 1;
  if (month < span.first) span.first = month;
  if (month > span.last) span.last = month;
}

function fits({ months }: PeriodScheme, { dated, precise }: ReturnType<typeof spansOf>): boolean {
  const { count, first, last } = months < 12 ? precise : dated;
  if (count < dated.count * MIN_PRECISE_SHARE) return false;
  return count === 0 || Math.floor(last / months) - Math.floor(first / months) < MAX_PERIODS;
}

const periodIndexOf = (calendar: PeriodScheme, month: MonthOfMoment | null): number | null =>
  month === null || (month.yearOnly && calendar.months < 12) ? null : Math.floor(month.index / calendar.months);

const periodAt = (calendar: PeriodScheme | undefined, index: number): Period =>
  calendar === undefined ? { start: '', label: '' } : calendar.describe(index);

const lowest = (numbers: readonly number[]): number =>
  numbers.reduce((low, number) => (number < low ? number : low), Number.POSITIVE_INFINITY);
