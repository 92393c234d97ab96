import { expect, test } from 'vitest';

import { formatDate, formatDateAndTime, formatTime, formatWeekdayAndDate } from '#domain/time/format-instant.ts';

test('an instant is shown on the clock of the zone', () => {
  const instant = '2026-11-23T23:05:00.000Z';
  expect(formatDate(instant, 'UTC')).toBe('23 November 2026');
  expect(formatTime(instant, 'UTC')).toBe('23:05');
  expect(formatDateAndTime(instant, 'Asia/Tokyo')).toBe('24 November 2026, 08:05');
  expect(formatWeekdayAndDate(instant, 'Asia/Tokyo')).toBe('Tuesday 24 November 2026');
});
