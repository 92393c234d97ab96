import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { commonPairsIn } from '#domain/search/common-pairs.ts';
import { needleParts } from '#domain/search/tokens.ts';

describe('pairs with common words', () => {
  it('start with exactly those that the text contains, also after the end of a longer word', () => {
    const word = fc.constantFrom(
      'of',
      'the',
      'to',
      'roof',
      'their',
      'in',
      'cabin',
      'a',
      'alert',
      'into,',
      'été',
      '東京',
    );
    const pairs = ['of the', 'to the', 'the of', 'in of', 'the to', 'the al', 'the ét', 'the cabin'];
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const found = commonPairsIn(text);
        for (const pair of pairs) {
          expect(
            found.some((each) => each.startsWith(` ${pair}`)),
            text,
          ).toBe(text.includes(pair));
        }
      }),
    );
  });

  it('answer a phrase of two common words, and of “the” and any word, without reading any text', () => {
    expect(needleParts('of the')).toEqual({ parts: [' of the'], exact: true });
    expect(needleParts('the que')).toEqual({ parts: [' the que'], exact: true });
    expect(needleParts('out of the blue')).toMatchObject({ exact: false });
    expect(needleParts('out of the blue').parts).toEqual(expect.arrayContaining([' out of', ' of the', ' the blue']));
    expect(needleParts('the 東京').parts).toEqual(['the', '東京']);
  });
});
