import type { PeriodUnit } from '#domain/themes/themes-data.ts';

/** What one period and several are called. */
export const PERIOD_WORDS: Readonly<Record<PeriodUnit, readonly [string, string]>> = {
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  'half-year': ['half-year', 'half-years'],
  year: ['year', 'years'],
  years: ['stretch of years', 'stretches of years'],
};
