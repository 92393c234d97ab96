import { expect, it } from 'vitest';

import { instantRange } from '#domain/time/instant-range.ts';
import { minuteMoment } from '#domain/time/moment.ts';

const zone = 'Europe/Amsterdam';
const instant = (wallTime: string) =>
  new Date(instantRange(minuteMoment(wallTime, zone), zone)?.start ?? 0).toISOString();

it('takes the first of the two hours when the clocks go back', () =>
  expect(instant('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z'));

it('counts on by the old offset in the hour that the clocks leave out', () => {
  expect(minuteMoment('2026-03-29T02:30', zone).offset).toBe('+01:00');
  expect(instant('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
});

it('has the offset of summer and of winter', () => {
  expect(minuteMoment('2026-07-01T12:00', zone).offset).toBe('+02:00');
  expect(minuteMoment('2026-01-01T12:00', zone).offset).toBe('+01:00');
});
