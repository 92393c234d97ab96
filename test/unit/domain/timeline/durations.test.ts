import { describe, expect, it } from 'vitest';

import type { Elapsed } from '#domain/time/elapsed.ts';
import { dayMoment, type Moment, minuteMoment, unknownMoment } from '#domain/time/moment.ts';
import { measuredDurations } from '#domain/timeline/durations.ts';
import type { Milestones } from '#domain/timeline/milestones.ts';

const at = (time: string): Moment => minuteMoment(`2026-05-14T${time}`, 'Europe/Berlin');
const none: Milestones = {
  began: unknownMoment(),
  noticed: unknownMoment(),
  told: unknownMoment(),
  mitigated: unknownMoment(),
  resolved: unknownMoment(),
};
const measured = (milestones: Partial<Milestones>): Record<string, Elapsed> =>
  Object.fromEntries(
    measuredDurations({ ...none, ...milestones }, 'Europe/Berlin').map(({ id, elapsed }) => [id, elapsed]),
  );
const minutes = (milestones: Partial<Milestones>): unknown =>
  Object.fromEntries(Object.entries(measured(milestones)).map(([id, elapsed]) => [id, elapsed.minutes]));

describe('durations', () => {
  it('are each measured between their own two milestones', () => {
    expect(
      minutes({
        began: at('10:00'),
        noticed: at('10:07'),
        told: at('10:20'),
        mitigated: at('11:00'),
        resolved: at('13:00'),
      }),
    ).toEqual({ notice: 7, tell: 13, mitigate: 60, resolve: 180 });
  });

  it('are left out when one of their ends is not known', () => {
    expect(minutes({ noticed: at('10:07'), told: at('10:20'), resolved: at('13:00') })).toEqual({ tell: 13 });
    expect(minutes({})).toEqual({});
  });

  it('are negative when the second end comes first, so that it is seen', () => {
    expect(minutes({ began: at('10:00'), noticed: at('09:30') })).toEqual({ notice: -30 });
  });

  it('are less than a day and no figure when no more than the day is known', () => {
    const elapsed = { minutes: null, exact: false, lessThanMinutes: 1440 };
    expect(measured({ began: dayMoment('2026-05-14'), noticed: dayMoment('2026-05-14') })).toEqual({ notice: elapsed });
    expect(measured({ began: dayMoment('2026-05-14'), noticed: at('23:50') })).toEqual({ notice: elapsed });
  });

  it('claim no more than the coarser end allows', () => {
    const month: Moment = { precision: 'month', value: '2026-03', approximate: false };
    expect(measured({ began: month, resolved: at('10:00') })).toEqual({
      resolve: { minutes: 61 * 1440, exact: false, lessThanMinutes: null },
    });
    expect(measured({ began: dayMoment('2026-05-12'), resolved: at('10:00') })).toMatchObject({
      resolve: { minutes: 2 * 1440, exact: false },
    });
  });

  it('are exact only between minutes that are not about', () => {
    expect(measured({ began: at('10:00'), noticed: at('10:30') }).notice?.exact).toBe(true);
    expect(measured({ began: { ...at('10:00'), approximate: true }, noticed: at('10:30') }).notice).toEqual({
      minutes: 30,
      exact: false,
      lessThanMinutes: null,
    });
  });

  it('are what a stopwatch would say across a change of the clocks, and between zones', () => {
    const spring = (time: string): Moment => minuteMoment(`2026-03-29T${time}`, 'Europe/Berlin');
    expect(minutes({ began: spring('01:30'), noticed: spring('03:30') })).toEqual({ notice: 60 });
    const autumn = (time: string): Moment => minuteMoment(`2026-10-25T${time}`, 'Europe/Berlin');
    expect(minutes({ began: autumn('01:30'), noticed: autumn('03:30') })).toEqual({ notice: 180 });
    const inNewYork = minuteMoment('2026-05-14T04:30', 'America/New_York');
    expect(minutes({ began: at('10:00'), noticed: inNewYork })).toEqual({ notice: 30 });
  });
});
