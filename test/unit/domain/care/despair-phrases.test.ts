import { describe, expect, it } from 'vitest';

import { phrase } from '#domain/care/despair-phrase.ts';
import { DESPAIR_PHRASES } from '#domain/care/despair-phrases.ts';
import { needsOneOf } from '#test/support/words-of-pattern.ts';

describe('a phrase of despair', () => {
  it('is never overlooked for its words: no sentence is one of its pattern without them', () => {
    const unproven = DESPAIR_PHRASES.flatMap(({ words, source }) =>
      words.filter((list) => !needsOneOf(source, list)).map((list) => [list.join('|'), source]),
    );
    expect(unproven).toEqual([]);
  });

  it('has no word that is written in another way than sentences are', () => {
    const words = DESPAIR_PHRASES.flatMap((each) => each.words.flat());
    expect(words.filter((word) => !/^[a-z]+(?: [a-z]+)*$/.test(word))).toEqual([]);
  });

  it('is tried only in a sentence that has one of each list of its words', () => {
    const { test } = phrase('end it|end all & now|today', '^.*$');
    expect(['i end it now', 'they end all today'].map(test)).toEqual([true, true]);
    expect(['i end it', 'i do it now', ''].map(test)).toEqual([false, false, false]);
  });
});

describe('a proof that a pattern needs one of some words', () => {
  it.each([
    [String.raw`\bkill(?:ing|ed)?\s+(?:my|me)self\b`, ['kill']],
    [String.raw`\bend\s+(?:it\s+all|my\s+life)`, ['end it', 'end my']],
    [String.raw`(?:in|on)\s+(?:this|that)(?=\s+one)`, ['this', 'that']],
    ['a{0,3}(?:b c|b d)', ['b c', 'b d']],
  ])('is found for %s', (source, words) => {
    expect(needsOneOf(source, words)).toBe(true);
  });

  it.each([
    [String.raw`\bkill(?:ing|ed)?\s+(?:my|me)self\b`, ['myself']],
    [String.raw`\b(?:end|stop)\s+it`, ['end']],
    ['(?:never)?', ['never']],
    ['(?:never){0,2} more', ['never']],
    [String.raw`one(?=\s+more)`, ['more']],
    [String.raw`no\w+more`, ['nomore']],
  ])('is not found for %s where it is wrong', (source, words) => {
    expect(needsOneOf(source, words)).toBe(false);
  });

  it('is refused for a pattern of other parts', () => {
    expect(() => needsOneOf(String.raw`(a)\1`, ['a'])).toThrow('Not known');
    expect(() => needsOneOf('a)', ['a'])).toThrow('Left over');
  });
});
