import { Temporal } from 'temporal-polyfill';
import { expect, it, vi } from 'vitest';

import { momentSchema } from '#domain/time/moment.ts';

const minute = (value: string) => ({ precision: 'minute', value, zone: 'Europe/Amsterdam', offset: '+02:00' });

it('looks up once whether a time exists, however often it is checked', () => {
  const lookUp = vi.spyOn(Temporal.PlainDateTime, 'from');
  for (let check = 0; check < 5; check += 1)
    expect(momentSchema.safeParse(minute('2031-05-14T10:04')).success).toBe(true);
  expect(lookUp).toHaveBeenCalledTimes(1);
  lookUp.mockRestore();
});

it('refuses a time that does not exist each time, and the same text as another precision', () => {
  for (let check = 0; check < 2; check += 1)
    expect(momentSchema.safeParse(minute('2031-02-30T10:04')).success).toBe(false);
  expect(momentSchema.safeParse({ precision: 'day', value: '2031-02-28' }).success).toBe(true);
  expect(momentSchema.safeParse({ precision: 'month', value: '2031-02-28' }).success).toBe(false);
});
