import type { Moment } from '../time/moment.ts';
import type { Period, PeriodUnit } from './themes-data.ts';

/** The month of a moment, counted from the year 0. With `yearOnly`, only the year is known. */
export type MonthOfMoment = { index: number; yearOnly: boolean };

/** A way to divide time into equal periods of `months`. Periods are numbered from the year 0. */
export type PeriodScheme = { unit: PeriodUnit; months: number; describe: (index: number) => Period };

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MAX_YEARS = 10_000;

/** The month of a moment in its own local time; null when it is unknown. */
export function monthIndexOf(moment: Moment): MonthOfMoment | null {
  if (moment.precision === 'unknown') return null;
  const yearOnly = moment.precision === 'year';
  const month = yearOnly ? 0 : Number(moment.value.slice(5, 7)) - 1;
  return { index: Number(moment.value.slice(0, 4)) * 12 + month, yearOnly };
}

/** Months, quarters, half-years, years and multiples of years, shortest first; the last fits any span of years. */
export function periodSchemes(mostPeriods: number): PeriodScheme[] {
  const several: PeriodScheme[] = [2, 5, 10, 20, 50, 100, 200, 500, MAX_YEARS / mostPeriods + 1].map((years) =>
    scheme('years', Math.ceil(years) * 12, (year) => `${year}–${year + Math.ceil(years) - 1}`),
  );
  return [
    scheme('month', 1, (year, month) => `${MONTHS[month] ?? ''} ${year}`),
    scheme('quarter', 3, (year, month) => `Q${month / 3 + 1} ${year}`),
    scheme('half-year', 6, (year, month) => `${month === 0 ? 'Jan–Jun' : 'Jul–Dec'} ${year}`),
    scheme('year', 12, (year) => String(year)),
    ...several,
  ];
}

const scheme = (unit: PeriodUnit, months: number, label: (year: number, month: number) => string): PeriodScheme => ({
  unit,
  months,
  describe: (index) => {
    const first = index * months;
    const year = Math.floor(first / 12);
    const month = first % 12;
    const start = `${String(year).padStart(4, '0')}-${String(month + 1).padStart(2, '0')}-01`;
    return { start, label: label(year, month) };
  },
});
