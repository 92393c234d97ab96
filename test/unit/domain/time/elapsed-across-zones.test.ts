import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { elapsed } from '#domain/time/elapsed.ts';
import { instantRange } from '#domain/time/instant-range.ts';
import { dayMoment, type Moment, minuteMoment } from '#domain/time/moment.ts';

/** At least +13, −11, +5:45, two with summer time (one of half an hour) and one without. */
const ZONES = [
  'Pacific/Apia',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
  'Europe/Zurich',
  'Australia/Lord_Howe',
  'America/New_York',
  'UTC',
];
const startOf = (moment: Moment, zone = 'UTC'): string =>
  new Date(instantRange(moment, zone)?.start ?? Number.NaN).toISOString();
const lengthOf = (moment: Moment, zone: string): number => {
  const range = instantRange(moment, zone);
  return range === null ? Number.NaN : (range.end - range.start) / 3_600_000;
};

describe('a minute on the wall of a zone', () => {
  it.each([
    ['Pacific/Apia', '2026-05-13T21:04:00.000Z'],
    ['Pacific/Pago_Pago', '2026-05-14T21:04:00.000Z'],
    ['Asia/Kathmandu', '2026-05-14T04:19:00.000Z'],
    ['Europe/Zurich', '2026-05-14T08:04:00.000Z'],
    ['Australia/Lord_Howe', '2026-05-13T23:34:00.000Z'],
    ['America/New_York', '2026-05-14T14:04:00.000Z'],
  ])('in %s is that instant, wherever it is read', (zone, instant) => {
    for (const reader of ZONES) expect(startOf(minuteMoment('2026-05-14T10:04', zone), reader)).toBe(instant);
  });

  it('is told apart by its offset in the hour that happens twice', () => {
    const first = minuteMoment('2026-10-25T02:30', 'Europe/Zurich');
    const second = { ...first, offset: '+01:00' };
    expect(elapsed(first, second, 'UTC')).toEqual({ minutes: 60, exact: true, lessThanMinutes: null });
  });

  it('counts what really passed over a night that lost or won an hour, or half of one', () => {
    const minutes = (from: string, to: string, zone: string): number | null | undefined =>
      elapsed(minuteMoment(from, zone), minuteMoment(to, zone), 'UTC')?.minutes;
    expect(minutes('2026-03-28T22:00', '2026-03-29T06:00', 'Europe/Zurich')).toBe(7 * 60);
    expect(minutes('2026-10-24T22:00', '2026-10-25T06:00', 'Europe/Zurich')).toBe(9 * 60);
    expect(minutes('2026-04-04T22:00', '2026-04-05T06:00', 'Australia/Lord_Howe')).toBe(8.5 * 60);
    expect(minutes('2026-03-28T22:00', '2026-03-29T06:00', 'Asia/Kathmandu')).toBe(8 * 60);
  });

  it('is measured across zones and the date line', () => {
    const leave = minuteMoment('2026-05-14T10:00', 'Pacific/Apia');
    const arrive = minuteMoment('2026-05-13T10:45', 'Pacific/Pago_Pago');
    expect(elapsed(leave, arrive, 'UTC')?.minutes).toBe(45);
  });

  it('and another are as far apart in one direction as in the other', () => {
    const minute = fc
      .tuple(
        fc.date({ min: new Date('1975-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
        fc.constantFrom(...ZONES),
      )
      .map(([date, zone]) => minuteMoment(date.toISOString().slice(0, 16), zone));
    fc.assert(
      fc.property(minute, minute, (first, second) => {
        const there = elapsed(first, second, 'UTC')?.minutes ?? Number.NaN;
        const back = elapsed(second, first, 'UTC')?.minutes ?? Number.NaN;
        expect(there + back).toBe(0);
        expect(Number.isFinite(there)).toBe(true);
      }),
    );
  });
});

describe('a day, month or year', () => {
  it.each([
    ['Europe/Zurich', '2026-05-14', 24],
    ['Europe/Zurich', '2026-03-29', 23],
    ['Europe/Zurich', '2026-10-25', 25],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['America/Santiago', '2026-09-06', 23], // its clocks leave out the first hour of the day
    ['Pacific/Apia', '2011-12-30', 0], // a day that was left out altogether
  ])('in %s, %s lasts %d hours', (zone, date, hours) => {
    expect(lengthOf(dayMoment(date), zone)).toBe(hours);
  });

  it('follows on the one before without a gap, in every zone', () => {
    for (const zone of ZONES) {
      for (let day = 1; day < 31; day += 1) {
        const date = (number: number): Moment => dayMoment(`2026-10-${String(number).padStart(2, '0')}`);
        expect(instantRange(date(day), zone)?.end).toBe(instantRange(date(day + 1), zone)?.start);
      }
      const march: Moment = { precision: 'month', value: '2026-03', approximate: false };
      expect(instantRange(march, zone)?.start).toBe(instantRange(dayMoment('2026-03-01'), zone)?.start);
      expect(instantRange(march, zone)?.end).toBe(instantRange(dayMoment('2026-04-01'), zone)?.start);
    }
  });

  it('is as many days from another as the calendar says, whatever the clocks did', () => {
    for (const zone of ZONES) {
      expect(elapsed(dayMoment('2026-03-28'), dayMoment('2026-03-30'), zone)?.minutes).toBe(2 * 1440);
    }
  });
});
