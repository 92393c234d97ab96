import { expect, it } from 'vitest';

import { dayZone, isZoneName } from '#domain/time/day-zone.ts';

it.each([
  ['the chosen zone', 'Asia/Kathmandu', 'Europe/Paris', 'Asia/Kathmandu'],
  ['the zone of the computer when none is chosen', '', 'Europe/Paris', 'Europe/Paris'],
  ['the zone of the computer when the chosen one is unknown', 'Mars/Phobos', 'Europe/Paris', 'Europe/Paris'],
  ['UTC when the computer has no zone', '', 'Etc/Unknown', 'UTC'],
  ['UTC when the computer reports nothing', 'Mars/Phobos', undefined, 'UTC'],
])('uses %s', (_, chosen, computer, expected) => expect(dayZone(chosen, computer)).toBe(expected));

it('knows zone names, and takes nothing else for one', () => {
  expect(isZoneName('Europe/Paris')).toBe(true);
  expect(isZoneName('Mars/Phobos')).toBe(false);
  expect(isZoneName('')).toBe(false);
});
