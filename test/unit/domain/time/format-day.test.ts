import { expect, it } from 'vitest';

import { formatDayCount, formatRelativeDay } from '#domain/time/format-day.ts';

it.each([
  [0, '0 days'],
  [1, '1 day'],
  [60, '60 days'],
  [61, '2 months'],
  [600, '20 months'],
  [800, '2 years'],
])('rounds %i days to %s', (days, words) => {
  expect(formatDayCount(days)).toBe(words);
});

it('gives the distance from today', () => {
  expect(formatRelativeDay('2026-03-01', '2026-03-01')).toBe('today');
  expect(formatRelativeDay('2026-03-03', '2026-03-01')).toBe('in 2 days');
  expect(formatRelativeDay('2025-06-05', '2026-11-29')).toBe('18 months ago');
});
