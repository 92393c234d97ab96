import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { calendarDateAt, daysBetween, isDaysBefore } from '#domain/time/calendar-date.ts';

const days = fc
  .integer({ min: -700_000, max: 2_900_000 })
  .map((number) => Temporal.PlainDate.from('1970-01-01').add({ days: number }).toString())
  .filter((date) => /^\d{4}-/.test(date));
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu'];

describe('days between dates', () => {
  it('are those of the calendar, over any stretch of years', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const calendar = Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
        expect(daysBetween(from, to)).toBe(calendar);
      }),
    );
  });

  it('from an instant are counted where the person lives, however near the border of a day', () => {
    const near = fc.integer({ min: -20 * 86_400_000, max: 3 * 86_400_000 });
    fc.assert(
      fc.property(near, fc.integer({ min: 0, max: 9 }), fc.constantFrom(...ZONES), (offset, least, zone) => {
        const date = '2026-03-29';
        const instant = Date.parse(date) + offset;
        expect(isDaysBefore(instant, least, date, zone)).toBe(
          daysBetween(calendarDateAt(instant, zone), date) >= least,
        );
      }),
      { numRuns: 500 },
    );
  });
});
