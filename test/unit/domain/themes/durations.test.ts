import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { finish } from '#domain/steps.ts';
import { measureDurations } from '#domain/themes/durations.ts';
import { median } from '#domain/themes/median.ts';
import { minutesBetween } from '#domain/themes/minutes-between.ts';
import { elapsed } from '#domain/time/elapsed.ts';
import { dayMoment, minuteMoment } from '#domain/time/moment.ts';

import { anyMoment, aSummary, noMilestones } from './summaries.ts';

const at = (time: string) => minuteMoment(`2026-05-14T${time}`, 'UTC');

describe('measureDurations', () => {
  const summaries = [
    aSummary({ milestones: noMilestones({ began: at('10:00'), noticed: at('10:30') }) }),
    aSummary({ milestones: noMilestones({ began: at('10:00'), noticed: at('11:30') }) }),
    aSummary({ milestones: noMilestones({ began: at('10:00'), noticed: at('09:00') }) }),
    aSummary({ milestones: noMilestones({ began: dayMoment('2026-05-14'), noticed: dayMoment('2026-05-14') }) }),
    aSummary({ kind: 'missed-event', milestones: noMilestones({ began: at('10:00') }) }),
  ];
  const [outage, event] = finish(measureDurations(summaries, 'UTC'));

  it('takes the median of the figures, kind by kind', () => {
    expect(outage?.dots.map(({ minutes }) => minutes)).toEqual([30, 90]);
    expect(outage?.medianMinutes).toBe(60);
    expect(event).toMatchObject({ kind: 'missed-event', medianMinutes: null, dots: [] });
  });

  it('counts "less than a day" and a missing end as unknown, never as zero', () => {
    expect(outage?.unknown.coes).toEqual([3]);
    expect(event?.unknown.coes).toEqual([4]);
  });

  it('keeps a time before the beginning apart', () => {
    expect(outage?.outOfOrder.coes).toEqual([2]);
  });

  it('leaves out kinds that no COE has', () => {
    expect(finish(measureDurations(summaries, 'UTC')).map(({ kind }) => kind)).not.toContain('career-setback');
  });
});

describe('minutesBetween', () => {
  it('agrees with elapsed on every pair of moments', () => {
    fc.assert(
      fc.property(anyMoment, anyMoment, (from, to) => {
        const slow = elapsed(from, to, 'Europe/Berlin');
        expect(minutesBetween(from, to, 'Europe/Berlin')).toEqual(
          slow === null ? null : { minutes: slow.minutes, exact: slow.exact },
        );
      }),
      { numRuns: 500 },
    );
  });
});

describe('median', () => {
  it('is the middle, the mean of the middle two, or nothing', () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1])).toBe(2.5);
    expect(median([])).toBeNull();
  });

  it('has as many below as above, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers) ?? Number.NaN;
        expect(numbers.filter((n) => n < middle).length).toBeLessThanOrEqual(numbers.length / 2);
        expect(numbers.filter((n) => n > middle).length).toBeLessThanOrEqual(numbers.length / 2);
        expect(median(numbers.toReversed())).toBe(middle);
      }),
    );
  });
});
