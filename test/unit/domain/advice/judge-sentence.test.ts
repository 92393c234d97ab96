import { expect, it } from 'vitest';

import { createSentenceJudge, type LearnedRule } from '#domain/advice/wording/judge-sentence.ts';
import { vocabularyOf, wordFeatures } from '#domain/advice/wording/word-features.ts';
import { stemOf } from '#domain/similar/stem.ts';
import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';

const FIRST_NUMBER = `0064${'0000'.repeat(VECTOR_LENGTH - 1)}`;
/** 100 for the first number of a vector, 60 for "it" at the beginning, -40 for "never" and 100 for a phrase of the rule. */
const RULE: LearnedRule = {
  rule: 'blame-wording',
  threshold: 100,
  weights: FIRST_NUMBER,
  words: '"|^ it|never',
  wordWeights: '0064003cffd8',
};
const judge = createSentenceJudge([RULE]);
const vectorOf = (...numbers: number[]): Int8Array => Int8Array.from({ ...numbers, length: VECTOR_LENGTH });

it('adds what the words of a sentence say to what its meaning says', () => {
  expect(judge({ sentence: 'So it was late', vector: vectorOf(90) })).toEqual(['blame-wording']);
  expect(judge({ sentence: 'So it was late', vector: vectorOf(90, 90) })).toEqual([]);
  expect(judge({ sentence: 'It went', vector: vectorOf(90, 90) })).toEqual(['blame-wording']);
  expect(judge({ sentence: 'So it was never late', vector: vectorOf(90) })).toEqual([]);
});

it('takes a phrase of the rule for a sign, and for the answer where a sentence has no vector', () => {
  const phrase = 'Tom was careless';
  expect(judge({ sentence: phrase, vector: vectorOf(90, 90) })).toEqual(['blame-wording']);
  expect(judge({ sentence: phrase, vector: vectorOf(-90) })).toEqual([]);
  expect(judge({ sentence: phrase, vector: vectorOf(0) })).toEqual(['blame-wording']);
  expect(judge({ sentence: 'It went', vector: vectorOf(0) })).toEqual([]);
});

const featuresOf = (sentence: string, vocabulary: ReadonlySet<string> = new Set()): string[] =>
  [...wordFeatures(sentence, { vocabulary, hasPhrase: false })].toSorted();

it('reads the stems of words and their neighbours, each once, with the marks that change a sentence', () => {
  const words = ["didn't", 'i', 'check', '?', '!'];
  const pairs = ["^ didn't", "didn't i", 'i check', 'check ?', '? i', 'check !'];
  expect(featuresOf('Didn’t I check? I checked!')).toEqual(words.concat(pairs).toSorted());
});

it('reads names, numbers, roles and he and she as what they are, and not which', () => {
  const known = new Set(['sloppy'].map(stemOf));
  expect(featuresOf('Anna told her boss at 14 that Ben’s van left')).toEqual(
    featuresOf('Jonas told his nurse at 3 that Zoë’s van left'),
  );
  expect(featuresOf('Anna went home')).toEqual(featuresOf('Xiomara went home'));
  expect(featuresOf('Sloppy of us', known)).toContain(`^ ${stemOf('sloppy')}`);
  expect(featuresOf('Sloppy of us')).toContain('^ @');
  expect(featuresOf('We were SLOPPY', known)).toContain(stemOf('sloppy'));
});

it('knows as words what is mostly written in small letters', () => {
  const vocabulary = vocabularyOf(['We met Will there', 'so will we', 'and will they', 'then we saw Anna', 'hi anna']);
  expect(['will', 'anna', 'met'].filter((word) => vocabulary.has(stemOf(word)))).toEqual(['will', 'met']);
});
