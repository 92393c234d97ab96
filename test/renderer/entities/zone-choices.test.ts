import { expect, test } from 'vitest';

import { zoneChoices } from '#renderer/entities/zone/zone-choices.ts';

test('zones are listed once each, under their current names', () => {
  const ids = zoneChoices('').map(({ id }) => id);
  expect(ids).toContain('Asia/Kolkata');
  expect(ids).toContain('Asia/Kathmandu');
  expect(ids).not.toContain('Asia/Calcutta');
  expect(new Set(ids).size).toBe(ids.length);
});

test('every zone in the list is known to the runtime', () => {
  for (const { id } of zoneChoices('').slice(1)) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: id }), id).not.toThrow();
  }
});

test('a chosen zone with an older name stays in the list', () => {
  expect(zoneChoices('US/Pacific').some(({ id }) => id === 'US/Pacific')).toBe(true);
});
