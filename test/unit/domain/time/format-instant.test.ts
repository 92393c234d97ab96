import { expect, it } from 'vitest';

import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { formatDate, formatDateAndTime, formatTime, formatWeekdayAndDate } from '#domain/time/format-instant.ts';

const instant = '2026-11-23T23:05:00.000Z';

it('shows an instant on the clock of the zone', () => {
  expect(formatDate(instant, 'UTC', PLAIN_DATE_STYLE)).toBe('23 November 2026');
  expect(formatTime(instant, 'UTC', PLAIN_DATE_STYLE)).toBe('23:05');
  expect(formatDateAndTime(instant, 'Asia/Tokyo', PLAIN_DATE_STYLE)).toBe('24 November 2026, 08:05');
  expect(formatWeekdayAndDate(instant, 'Asia/Tokyo', PLAIN_DATE_STYLE)).toBe('Tuesday 24 November 2026');
});

it('shows it in the order and on the clock of a person', () => {
  const american = { order: 'month-first', clock: '12-hour' } as const;
  expect(formatDateAndTime(instant, 'UTC', american)).toBe('November 23, 2026, 11:05 PM');
  expect(formatDateAndTime('2026-11-23T00:05:00.000Z', 'UTC', american)).toBe('November 23, 2026, 12:05 AM');
  expect(formatWeekdayAndDate(instant, 'UTC', american)).toBe('Monday, November 23, 2026');
  expect(formatWeekdayAndDate(instant, 'UTC', { order: 'year-first', clock: '24-hour' })).toBe(
    'Monday 2026 November 23',
  );
});
