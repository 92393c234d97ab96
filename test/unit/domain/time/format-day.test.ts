import { expect, it } from 'vitest';

import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDay, formatDayAndDistance, formatDayCount, formatRelativeDay } from '#domain/time/format-day.ts';

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [60, '60 days'],
  [61, '2 months'],
  [600, '20 months'],
  [729, '23 months'],
  [730, '2 years'],
  [1090, '2 years'],
])('gives %i days as %s', (days, words) => {
  expect(formatDayCount(days)).toBe(words);
});

it('gives the distance from today', () => {
  expect(formatRelativeDay('2026-03-01', '2026-03-01')).toBe('today');
  expect(formatRelativeDay('2026-03-03', '2026-03-01')).toBe('in 2 days');
  expect(formatRelativeDay('2025-06-05', '2026-11-29')).toBe('18 months ago');
  expect(formatRelativeDay('2022-05-27', '2026-12-01')).toBe('4 years ago');
  expect(formatRelativeDay('2023-12-01', '2026-12-01')).toBe('3 years ago');
  expect(formatRelativeDay('2029-11-01', '2026-12-01')).toBe('in 2 years');
});

it.each<[DateStyle['order'], string, string]>([
  ['day-first', '3 March', '3 March 2027'],
  ['month-first', 'March 3', 'March 3, 2027'],
  ['year-first', 'March 3', '2027 March 3'],
])('writes a day with the %s, and its year when it is not this one', (order, thisYear, another) => {
  const dates = { order, clock: '24-hour' } as const;
  expect(formatDay('2026-03-03', '2026-01-01', dates)).toBe(thisYear);
  expect(formatDay('2027-03-03', '2026-01-01', dates)).toBe(another);
  expect(formatDayAndDistance('2026-03-03', '2026-03-01', dates)).toBe(`${thisYear}, in 2 days`);
});
