import { describe, expect, it, test } from 'vitest';

import type { Coe } from '#domain/coe/coe.ts';
import { newPattern } from '#domain/patterns/pattern.ts';
import { textsOf } from '#domain/patterns/pattern-texts.ts';
import { type PatternWithCoes, rankPatterns } from '#domain/patterns/rank-patterns.ts';
import { wordSimilarity } from '#domain/patterns/text-similarity.ts';
import { measurePatterns, pooled } from '#test/support/pattern-figures.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { isCoeHeldOut } from '../../../fixtures/similar/library-labels.ts';
import { PERSONAL_LIBRARIES } from '../../../fixtures/similar/personal/libraries.ts';
import { testId } from '../../../support/test-ids.ts';

const AT = '2026-01-01T00:00:00.000Z';
const saying = (number: number, cause: string, conditions: string[] = []): Coe =>
  coeOf({ kind: 'missed-event', title: 'x', happened: '2026-01-01', summary: '', cause, conditions }, testId(number));
const pattern = (id: string, words: string, ...coes: Coe[]): PatternWithCoes => ({
  pattern: newPattern(words, id, AT),
  coes,
});
const order = (coe: Coe, ...patterns: PatternWithCoes[]): string[] =>
  rankPatterns(
    coe,
    patterns,
    wordSimilarity([coe, ...patterns.flatMap(({ coes }) => coes)].flatMap((each) => Object.values(textsOf(each)))),
  ).map((ranked) => ranked.pattern.id);

describe('the order of patterns', () => {
  const coe = saying(1, 'I agreed to the dinner before I had looked at the calendar.', ['attention']);

  it('puts a pattern first whose words are in the COE', () => {
    expect(order(coe, pattern('a', 'I left too late'), pattern('b', 'I agreed before I looked'))).toEqual(['b', 'a']);
  });

  it('puts a pattern first whose COEs read like this one', () => {
    const like = saying(2, 'The calendar was full when I agreed.');
    expect(
      order(coe, pattern('a', 'Again', saying(3, 'The train was gone.')), pattern('b', 'Once more', like)),
    ).toEqual(['b', 'a']);
  });

  it('puts a pattern first whose COEs share a condition, when words say nothing', () => {
    const [same, other] = [saying(2, 'Trousers', ['attention']), saying(3, 'Umbrella', ['energy-health'])];
    expect(order(coe, pattern('a', 'Again', other), pattern('b', 'Once more', same))).toEqual(['b', 'a']);
  });

  it('is the same before and after the COE has one of them', () => {
    const patterns = [pattern('a', 'Agreed too soon'), pattern('b', 'Never looked')];
    const [first, second] = patterns;
    if (first === undefined || second === undefined) throw new Error('There are two');
    expect(order(coe, first, { ...second, coes: [coe] })).toEqual(order(coe, first, second));
  });

  it('puts a pattern first whose words, or whose COEs, are alike in meaning', () => {
    const other = saying(2, 'Umbrella');
    const patterns = [pattern('a', 'Moon'), pattern('b', 'Sun', other)];
    const ranked = (coes: [string, number][], words: [string, number][]): string[] =>
      rankPatterns(coe, patterns, () => 0, { coes: new Map(coes), words: new Map(words) }).map(
        (each) => each.pattern.id,
      );
    expect(ranked([], [['a', 0.9]])).toEqual(['a', 'b']);
    expect(ranked([], [['b', 0.9]])).toEqual(['b', 'a']);
    expect(ranked([[other.id, 0.9]], [['a', 0.3]])).toEqual(['b', 'a']);
  });

  it('takes the mean of the COEs of a pattern, so that one that happens to be alike does not decide', () => {
    const [chance, stranger] = [saying(2, 'Umbrella'), saying(3, 'Bus')];
    const [steady, steadier] = [saying(4, 'Moon'), saying(5, 'Sun')];
    const meaning = new Map([
      [chance.id, 0.6],
      [stranger.id, -0.2],
      [steady.id, 0.4],
      [steadier.id, 0.4],
    ]);
    const patterns = [pattern('a', 'Again', chance, stranger), pattern('b', 'Once more', steady, steadier)];
    const ranked = rankPatterns(coe, patterns, () => 0, { coes: meaning, words: new Map() });
    expect(ranked.map((each) => each.pattern.id)).toEqual(['b', 'a']);
  });

  it('puts a pattern in the words of the COE before one that is somewhat closer in meaning', () => {
    const patterns = [pattern('a', 'Rushed'), pattern('b', 'Agreed before I looked')];
    const inWords = ([text]: readonly string[]): number => (text === 'Agreed before I looked' ? 0.5 : 0);
    const ranked = (closer: number): string[] =>
      rankPatterns(coe, patterns, inWords, { coes: new Map(), words: new Map([['a', closer]]) }).map(
        (each) => each.pattern.id,
      );
    expect(ranked(0.2)).toEqual(['b', 'a']);
    expect(ranked(0.6)).toEqual(['a', 'b']);
  });

  it('takes any way to compare texts', () => {
    const ranked = rankPatterns(coe, [pattern('a', 'Agreed'), pattern('b', 'Moon')], ([text]) =>
      text === 'Moon' ? 1 : 0,
    );
    expect(ranked.map((each) => each.pattern.id)).toEqual(['b', 'a']);
  });

  it('is stable for COEs and patterns without a word', () => {
    expect(order(someCoe({ title: '' }, 9), pattern('b', '?'), pattern('a', '!'))).toEqual(['a', 'b']);
  });
});

describe('the similarity of texts', () => {
  const similarity = wordSimilarity([['The lift stuck'], ['The lift moved']]);

  it('is 1 for the same words in any form, 0 for none, and does not depend on the order', () => {
    expect(similarity(['Lifts sticking'], ['the lift sticks'])).toBeCloseTo(1);
    expect(similarity(['The lift'], ['An umbrella'])).toBe(0);
    expect(similarity(['lift a'], ['lift stuck'])).toBe(similarity(['lift stuck'], ['lift a']));
  });

  it('sees no addresses and no numbers', () => {
    expect(similarity(['https://a.example/lift 4711 me@lift.example'], ['https://a.example/lift 4711'])).toBe(0);
  });
});

test('the right pattern is among the first five, of those that a writer has by then', () => {
  const figures = {
    'tuned on': measurePatterns(PERSONAL_LIBRARIES, (labelled) => !isCoeHeldOut(labelled)),
    'held out': measurePatterns(PERSONAL_LIBRARIES, isCoeHeldOut),
    'held out, as if one person had written all': measurePatterns([pooled(PERSONAL_LIBRARIES)], isCoeHeldOut),
  };
  console.info(figures);
  expect(figures['held out'].five).toBeGreaterThanOrEqual(0.8);
});
