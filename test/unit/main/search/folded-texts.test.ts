import fc from 'fast-check';
import { expect, it } from 'vitest';

import { matchesNeedles } from '#domain/search/matches-needles.ts';
import { createFoldedTexts, needleBytes } from '#main/search/folded-texts.ts';

const ANY = needleBytes({ wanted: [], unwanted: [] });

it('keeps texts up to the size limit, and reuses the space of removed ones', () => {
  const texts = createFoldedTexts(10);
  let made = 0;
  const look = (id: string): boolean =>
    texts.matches(id, ANY, () => {
      made += 1;
      return 'x'.repeat(6);
    });
  look('a');
  look('a');
  expect(made).toBe(1);
  look('b');
  look('b');
  expect(made).toBe(3);
  texts.forget('a');
  look('b');
  look('b');
  expect(made).toBe(4);
});

it('stores nothing for a text that cannot be folded', () => {
  const texts = createFoldedTexts();
  expect(texts.matches('a', ANY, () => null)).toBe(false);
  expect(texts.matches('a', ANY, () => 'now')).toBe(true);
});

it('matches the same as a string search', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab éß東京😀\n') });
  const needles = fc.record({ wanted: fc.array(text, { maxLength: 2 }), unwanted: fc.array(text, { maxLength: 1 }) });
  fc.assert(
    fc.property(text, needles, (folded, sought) => {
      const texts = createFoldedTexts();
      expect(texts.matches('a', needleBytes(sought), () => folded)).toBe(matchesNeedles(folded, sought));
    }),
  );
});
