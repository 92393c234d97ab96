import { expect, it } from 'vitest';

import { dateStyleOf, PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { minuteMoment } from '#domain/time/moment.ts';
import { parseMoment } from '#domain/time/parse-moment.ts';

it.each([
  ['en-US', 'month-first', '12-hour'],
  ['en-GB', 'day-first', '24-hour'],
  ['de-DE', 'day-first', '24-hour'],
  ['ja-JP', 'year-first', '24-hour'],
  ['sv-SE', 'year-first', '24-hour'],
  ['not a locale', 'day-first', '24-hour'],
])('%s writes %s with a %s clock', (locale, order, clock) => expect(dateStyleOf(locale)).toEqual({ order, clock }));

it('a row leaves out the year that is meant anyway', () => {
  const zone = 'Europe/Amsterdam';
  const moment = minuteMoment('2026-05-14T21:30', zone);
  const row = { style: 'editable', zone, dates: PLAIN_DATE_STYLE, impliedYear: '2026' } as const;
  expect(formatMoment(moment, row)).toBe('14 May 21:30');
  expect(formatMoment(moment, { ...row, dates: { order: 'month-first', clock: '12-hour' } })).toBe('May 14 9:30 PM');
  expect(formatMoment(moment, { ...row, impliedYear: '2025' })).toBe('14 May 2026 21:30');
});

it.each([
  ['month-first', '12-hour', 'May 14, 2026 9:30 PM'],
  ['day-first', '12-hour', '14 May 2026 9:30 PM'],
  ['year-first', '24-hour', '2026 May 14 21:30'],
] as const)('a field writes %s with a %s clock as %s, and reads it back', (order, clock, text) => {
  const zone = 'Europe/Amsterdam';
  const moment = minuteMoment('2026-05-14T21:30', zone);
  expect(formatMoment(moment, { style: 'editable', zone, dates: { order, clock } })).toBe(text);
  expect(parseMoment(text, { referenceDate: '2031-01-01', zone, order })).toMatchObject({ moment });
});
