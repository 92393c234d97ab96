import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { irregularFormsOf, stemOf } from '#domain/similar/stem.ts';

test.each([
  ['expire', 'expired', 'expires', 'expiry', 'expiring'],
  ['forget', 'forgot', 'forgets', 'forgotten', 'forgetting'],
  ['cancel', 'cancels', 'cancelled', 'canceled'],
  ['migrate', 'migration', 'migrations', 'migrated'],
  ['remind', 'reminder', 'reminders'],
  ['deploy', 'deployment', 'deployed'],
  ['miss', 'missed', 'missing', 'misses'],
  ['pay', 'paid'],
])('the forms of %s share one stem', (...forms) => {
  expect([...new Set(forms.map(stemOf))]).toEqual([stemOf(forms[0])]);
});

test('different words with the same beginning have different stems', () => {
  for (const [one, other] of [
    ['late', 'letter'],
    ['train', 'rain'],
    ['service', 'server'],
  ] as const) {
    expect(stemOf(one)).not.toBe(stemOf(other));
  }
});

test('short words and words with other letters than a to z are their own stem', () => {
  for (const word of ['школы', '会議', 'bus', '503', 'ñandúes']) expect(stemOf(word)).toBe(word);
});

test('a stem is a prefix of its word, or the word is one of its irregular forms', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
      const stem = stemOf(word);
      expect(stem).not.toBe('');
      expect(word.startsWith(stem) || irregularFormsOf(stem).includes(word)).toBe(true);
    }),
  );
  for (const word of ['told', 'forgotten', 'asleep', 'paid', 'spoke'])
    expect(irregularFormsOf(stemOf(word))).toContain(word);
});
