import { expect, it } from 'vitest';

import { changePrecision } from '#domain/time/change-precision.ts';
import { dayMoment, minuteMoment } from '#domain/time/moment.ts';

const zone = 'Europe/Amsterdam';

it('fills in what was not known from the reference date and from noon', () => {
  const year = { precision: 'year' as const, value: '2026', approximate: true };
  expect(changePrecision(year, 'minute', '2024-03-09', zone)).toEqual(minuteMoment('2026-03-09T12:00', zone, true));
});

it('never makes a day that does not exist', () => {
  const year = { precision: 'year' as const, value: '2026', approximate: false };
  expect(changePrecision(year, 'day', '2024-02-29', zone)).toEqual(dayMoment('2026-02-28'));
});

it('drops what is no longer known', () => {
  expect(changePrecision(minuteMoment('2026-05-14T10:04', zone), 'month', '2024-02-29', zone)).toEqual({
    precision: 'month',
    value: '2026-05',
    approximate: false,
  });
});
