import type { PeriodUnit } from '#domain/themes/themes-data.ts';

/** The singular and plural names of the periods. */
export const PERIOD_WORDS: Readonly<Record<PeriodUnit, readonly [string, string]>> = {
  month: ['month', 'months'],
  quarter: ['quarter', 'quarters'],
  'half-year': ['half-year', 'half-years'],
  year: ['year', 'years'],
  years: ['stretch of years', 'stretches of years'],
};
