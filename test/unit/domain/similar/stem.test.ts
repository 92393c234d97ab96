import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { otherFormsOf, stemOf } from '#domain/similar/stem.ts';

test.each([
  ['expire', 'expired', 'expires', 'expiry', 'expiring'],
  ['forget', 'forgot', 'forgets', 'forgotten', 'forgetting'],
  ['cancel', 'cancels', 'cancelled', 'canceled'],
  ['migrate', 'migration', 'migrations', 'migrated'],
  ['remind', 'reminder', 'reminders'],
  ['deploy', 'deployment', 'deployed'],
  ['miss', 'missed', 'missing', 'misses'],
  ['pay', 'paid'],
])('%s and its forms are one word', (...forms) => {
  expect([...new Set(forms.map(stemOf))]).toEqual([stemOf(forms[0])]);
});

test('words that only begin alike stay apart', () => {
  for (const [one, other] of [
    ['late', 'letter'],
    ['train', 'rain'],
    ['service', 'server'],
  ] as const) {
    expect(stemOf(one)).not.toBe(stemOf(other));
  }
});

test('words of other scripts, and short ones, stay as they are', () => {
  for (const word of ['школы', '会議', 'bus', '503', 'ñandúes']) expect(stemOf(word)).toBe(word);
});

test('what comes of a word is a beginning of it, or the word is named among its other forms: the index is searched by that', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,14}$/), (word) => {
      const stem = stemOf(word);
      expect(stem).not.toBe('');
      expect(word.startsWith(stem) || otherFormsOf(stem).includes(word)).toBe(true);
    }),
  );
  for (const word of ['told', 'forgotten', 'asleep', 'paid', 'spoke'])
    expect(otherFormsOf(stemOf(word))).toContain(word);
});
