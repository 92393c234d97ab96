import { VECTOR_LENGTH } from '../../similar/meaning.ts';
import { findWording } from './find-wording.ts';
import type { JudgedRule } from './judged-rules.ts';
import { wordFeatures } from './word-features.ts';

/** What a rule has learned. Weights are signed numbers of two bytes, in hexadecimal. */
export type LearnedRule = {
  readonly rule: JudgedRule;
  /** From this sum on, a sentence is one that the rule is about. */
  readonly threshold: number;
  /** A weight for each number of a sentence’s vector. */
  readonly weights: string;
  /** Stems and pairs of stems, separated by `|`; see `wordFeatures`. */
  readonly words: string;
  /** A weight for each of them. */
  readonly wordWeights: string;
};

/** A sentence and its vector. */
export type Encoded = { readonly sentence: string; readonly vector: Int8Array };

/**
 * Judges a sentence by its vector, its words and the phrases that are in it. Returns the rules that it is about, often
 * none. A sentence whose vector is zeros has no meaning, and its phrases decide.
 */
export type SentenceJudge = (encoded: Encoded) => JudgedRule[];

/** Creates a judge from what rules have learned. */
export function createSentenceJudge(learned: readonly LearnedRule[]): SentenceJudge {
  const rules = learned.map(({ rule, threshold, weights, words, wordWeights }) => {
    const ofWords = numbersOf(wordWeights);
    return {
      rule,
      threshold,
      weights: numbersOf(weights),
      words: new Map(words.split('|').map((word, index) => [word, ofWords[index] ?? 0])),
    };
  });
  return ({ sentence, vector }) => {
    const phrases = phrasesIn(sentence);
    const length = Math.hypot(...vector);
    return rules
      .filter(({ rule, weights, words, threshold }) => {
        const hasPhrase = phrases.has(rule);
        if (length === 0) return hasPhrase;
        const features = wordFeatures(sentence, { vocabulary: words, hasPhrase });
        let ofWords = 0;
        for (const feature of features) ofWords += words.get(feature) ?? 0;
        return product(weights, vector) / length + ofWords / Math.sqrt(features.size) >= threshold;
      })
      .map(({ rule }) => rule);
  };
}

/** The rules of whose phrases one is in a sentence about private life. */
export const phrasesIn = (sentence: string): ReadonlySet<string> =>
  new Set(findWording(sentence, { isPersonal: true, names: [] }).map(({ rule }) => rule));

function product(weights: Int16Array, vector: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < VECTOR_LENGTH; at += 1) sum += (weights[at] ?? 0) * (vector[at] ?? 0);
  return sum;
}

/** The signed numbers of two bytes that a text of four hexadecimal digits each stands for. */
const numbersOf = (text: string): Int16Array =>
  Int16Array.from({ length: text.length / 4 }, (_, at) => Number.parseInt(text.slice(at * 4, at * 4 + 4), 16));
