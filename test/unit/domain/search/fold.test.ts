import fc from 'fast-check';
import { expect, it } from 'vitest';

import { fold, foldPassage } from '#domain/search/fold.ts';

/** What folding means, done to the whole text at once. */
const ACCENTS = /[\u0300-\u036f]+/g;
const plain: Record<string, string> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ł: 'l', ı: 'i', ς: 'σ' };
const whole = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(/[ßæœøđłıς]/g, (letter) => plain[letter] ?? letter);

const letters = [
  ...'aeIÉñßŁİıΣσςα東가각\u1100\u1161\u11a8한ﬁ½“’—… \n\t\u00a0\u3000\u0301\u0327\u0338ก้😀',
  '\ud800',
  '\u0130',
];
const text = fc.oneof(fc.string({ unit: fc.constantFrom(...letters) }), fc.string({ unit: 'binary' }));

it('gives letter by letter what it gives of the whole', () => {
  fc.assert(
    fc.property(text, (some) => {
      expect(fold(some)).toBe(whole(some));
    }),
    { numRuns: 3000 },
  );
});

it('leaves single spaces between words, and none at the ends', () => {
  fc.assert(
    fc.property(text, (some) => {
      expect(foldPassage(some)).toBe(whole(some).replace(/\s+/g, ' ').trim());
    }),
    { numRuns: 3000 },
  );
});
