import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { commonPairsIn } from '#domain/search/common-pairs.ts';
import { needleParts } from '#domain/search/tokens.ts';

describe('pairs of common words', () => {
  it('are exactly those that the text contains, also within longer words', () => {
    const word = fc.constantFrom('of', 'the', 'to', 'roof', 'their', 'in', 'cabin', 'a', 'alert', 'into,');
    const pairs = ['of the', 'to the', 'the of', 'in of', 'the to'];
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const text = words.join(' ');
        const found = commonPairsIn(text);
        for (const pair of pairs) expect(found.includes(pair), text).toBe(text.includes(pair));
      }),
    );
  });

  it('answer a phrase of two common words without reading any text', () => {
    expect(needleParts('of the')).toEqual({ parts: ['of the'], exact: true });
    expect(needleParts('out of the blue')).toMatchObject({ exact: false });
    expect(needleParts('out of the blue').parts).toContain('of the');
  });
});
