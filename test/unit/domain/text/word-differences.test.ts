import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { wordDifferences } from '#domain/text/word-differences.ts';

const text = fc.array(fc.constantFrom('the', 'disk ', ' was', 'full\n', 'ä', '  ', '# ', '**so**'), { maxLength: 40 });

describe('what changed between two texts', () => {
  it('names the words that went and the words that came', () => {
    expect(wordDifferences('The disk was nearly full.', 'The disk was quite full.')).toEqual([
      { type: 'same', text: 'The disk was ' },
      { type: 'removed', text: 'nearly ' },
      { type: 'added', text: 'quite ' },
      { type: 'same', text: 'full.' },
    ]);
  });

  it('leaves an unchanged last word alone when more is written after it', () => {
    expect(wordDifferences('It went down', 'It went down again')).toEqual([
      { type: 'same', text: 'It went down' },
      { type: 'added', text: ' again' },
    ]);
  });

  it('gives both texts back, to the letter', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [older, newer] = [one.join(''), other.join('')];
        const found = wordDifferences(older, newer);
        const without = (is: string): string =>
          found
            .filter((part) => part.type !== is)
            .map((part) => part.text)
            .join('');
        expect(without('added')).toBe(older);
        expect(without('removed')).toBe(newer);
      }),
    );
  });

  it('shows very long texts whole rather than think about them for seconds', () => {
    const long = 'word '.repeat(7000);
    expect(wordDifferences(long, `${long}more`)).toEqual([
      { type: 'removed', text: long },
      { type: 'added', text: `${long}more` },
    ]);
  });
});
