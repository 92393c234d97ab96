import { expect, it } from 'vitest';

import { createSentenceJudge, type LearnedRule } from '#domain/advice/wording/judge-sentence.ts';
import { wordFeatures } from '#domain/advice/wording/word-features.ts';
import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';

const FIRST_NUMBER = `0064${'0000'.repeat(VECTOR_LENGTH - 1)}`;
/** 100 for the first number of a vector, 60 for "it" at the beginning and -40 for "never". */
const RULE: LearnedRule = {
  rule: 'blame-wording',
  threshold: 100,
  weights: FIRST_NUMBER,
  words: '^ it|never',
  wordWeights: '003cffd8',
};
const judge = createSentenceJudge([RULE]);
const vectorOf = (...numbers: number[]): Int8Array => Int8Array.from({ ...numbers, length: VECTOR_LENGTH });

it('adds what the words of a sentence say to what its meaning says', () => {
  expect(judge({ sentence: 'So it was late', vector: vectorOf(90) })).toEqual(['blame-wording']);
  expect(judge({ sentence: 'So it was late', vector: vectorOf(90, 90) })).toEqual([]);
  expect(judge({ sentence: 'It went', vector: vectorOf(90, 90) })).toEqual(['blame-wording']);
  expect(judge({ sentence: 'So it was never late', vector: vectorOf(90) })).toEqual([]);
});

it('says nothing of a sentence without a vector', () => {
  expect(judge({ sentence: 'It went', vector: vectorOf(0) })).toEqual([]);
});

it('reads words and their neighbours in lower case, each once, with the marks that change a sentence', () => {
  const features = [...wordFeatures('Didn’t I know? I know!')].toSorted();
  const words = ["didn't", 'i', 'know', '?', '!'];
  const pairs = ["^ didn't", "didn't i", 'i know', 'know ?', '? i', 'know !'];
  expect(features).toEqual(words.concat(pairs).toSorted());
});
