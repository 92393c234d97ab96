import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import { periodsOf } from '#domain/themes/periods.ts';
import { dayMoment, type Moment } from '#domain/time/moment.ts';

import { anySummary, aSummary } from './summaries.ts';

const on = (...dates: string[]) => dates.map((date) => aSummary({ happened: dayMoment(date) }));
const yearMoment = (value: string): Moment => ({ precision: 'year', value, approximate: false });

describe('periodsOf', () => {
  it.each([
    ['month', ['2025-11-30', '2026-02-01'], ['Nov 2025', 'Dec 2025', 'Jan 2026', 'Feb 2026']],
    [
      'quarter',
      ['2024-12-31', '2026-05-01'],
      ['Q4 2024', 'Q1 2025', 'Q2 2025', 'Q3 2025', 'Q4 2025', 'Q1 2026', 'Q2 2026'],
    ],
    ['half-year', ['2021-01-01', '2025-12-31'], ['Jan–Jun 2021', 'Jul–Dec 2021']],
    ['year', ['2012-01-01', '2026-12-31'], ['2012', '2013']],
    ['years', ['1998-01-01', '2026-12-31'], ['1998–1999', '2000–2001']],
  ])('chooses the %s by the span', (unit, dates, labels) => {
    const periods = finish(periodsOf(on(...dates)));
    expect(periods.unit).toBe(unit);
    expect(periods.periods.map(({ label }) => label).slice(0, labels.length)).toEqual(labels);
  });

  it('starts each period on its first day', () => {
    expect(finish(periodsOf(on('2024-12-31', '2026-05-01'))).periods[0]?.start).toBe('2024-10-01');
  });

  it('does not put a bare year in January', () => {
    const dated = on('2026-01-10', '2026-02-10', '2026-03-10', '2026-03-11', '2026-04-10');
    const periods = finish(periodsOf([...dated, aSummary({ happened: yearMoment('2026') })]));
    expect(periods.unit).toBe('month');
    expect(periods.unplaced.coes).toEqual([5]);
  });

  it('takes years when most are known only by their year', () => {
    const periods = finish(
      periodsOf([...on('2026-01-10'), ...['2024', '2025'].map((y) => aSummary({ happened: yearMoment(y) }))]),
    );
    expect(periods.unit).toBe('year');
    expect(periods.periodOfCoe).toEqual([2, 0, 1]);
  });

  it('is never more than sixteen columns and has a place for each dated COE in them', () => {
    fc.assert(
      fc.property(fc.array(anySummary, { minLength: 1, maxLength: 30 }), (summaries) => {
        const { periods, periodOfCoe, unplaced } = finish(periodsOf(summaries));
        expect(periods.length).toBeLessThanOrEqual(16);
        expect(periodOfCoe.filter((place) => place === null).length).toBe(unplaced.count);
        for (const place of periodOfCoe) if (place !== null) expect(periods[place]).toBeDefined();
        expect(periods.map(({ start }) => start)).toEqual(periods.map(({ start }) => start).toSorted());
      }),
      { numRuns: 100 },
    );
  });
});
