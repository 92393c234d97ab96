import { describe, expect, it } from 'vitest';

import { createNearestWord, wrongLetters } from '#main/search/nearest-word.ts';

const nearest = (typed: string, ...words: [string, number][]): string | null => {
  const found = createNearestWord(typed);
  for (const [word, count] of words) found.add(word, () => count);
  return found.best();
};

describe('the word that a mistyped one means', () => {
  it('has the fewest wrong letters, and then the most COEs', () => {
    expect(nearest('certifcate', ['certificate', 1], ['certificates', 9])).toBe('certificate');
    expect(nearest('plam', ['plan', 2], ['palm', 5], ['play', 1])).toBe('palm');
    expect(nearest('pagre', ['pager', 1])).toBe('pager');
  });

  it('is none for short words, for other words, and for words that are in no COE any more', () => {
    expect(nearest('tha', ['the', 9])).toBeNull();
    expect(nearest('certificate', ['calendar', 9])).toBeNull();
    expect(nearest('certifcate', ['certificate', 0])).toBeNull();
  });

  it.each([
    ['abcd', 'abcd', 0],
    ['abcd', 'abdc', 1],
    ['abcd', 'abc', 1],
    ['abcd', 'axcd', 1],
    ['abcd', 'xbcy', 2],
  ])('%s differs from %s by %d', (one, other, count) => expect(wrongLetters(one, other, 2)).toBe(count));
});
