import fc from 'fast-check';
import { expect, it } from 'vitest';

import { formatTimeOfDay, readTimeOfDay } from '#domain/time/time-of-day.ts';

it('reads a time of day as people type it', () => {
  expect(['9', '9am', '9:30 pm', '21.30', '2130', 'noon', 'half past nine'].map(readTimeOfDay)).toEqual([
    '09:00',
    '09:00',
    '21:30',
    '21:30',
    '21:30',
    '12:00',
    '09:30',
  ]);
});

it('reads nothing else', () => {
  const texts = ['', 'soon', '25:00', '9:75', 'Friday 9:00', '9:00 EST', 'this evening'];
  expect(texts.map(readTimeOfDay)).toEqual(texts.map(() => null));
});

it('reads back what it writes, by either clock', () => {
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), fc.constantFrom('24-hour', '12-hour'), (hour, minute, clock) => {
      const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      expect(readTimeOfDay(formatTimeOfDay(time, clock))).toBe(time);
    }),
  );
});
