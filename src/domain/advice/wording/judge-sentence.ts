import { VECTOR_LENGTH } from '../../similar/meaning.ts';
import type { JudgedRule } from './judged-rules.ts';

/** What a rule has learned: a signed number of two bytes for each number of a sentence’s vector, in hexadecimal. */
export type LearnedRule = {
  readonly rule: JudgedRule;
  /** From this sum on, a sentence is one that the rule is about. */
  readonly threshold: number;
  readonly weights: string;
};

/** Judges a sentence by its vector. Returns the rules that it is about, often none. */
export type SentenceJudge = (vector: Int8Array) => JudgedRule[];

/** Creates a judge from what rules have learned. */
export function createSentenceJudge(learned: readonly LearnedRule[]): SentenceJudge {
  const rules = learned.map(({ rule, threshold, weights }) => ({ rule, threshold, weights: numbersOf(weights) }));
  return (vector) => {
    let square = 0;
    for (const number of vector) square += number * number;
    if (square === 0) return [];
    const length = Math.sqrt(square);
    return rules
      .filter(({ weights, threshold }) => product(weights, vector) / length >= threshold)
      .map(({ rule }) => rule);
  };
}

function product(weights: Int16Array, vector: Int8Array): number {
  let sum = 0;
  for (let at = 0; at < VECTOR_LENGTH; at += 1) sum += (weights[at] ?? 0) * (vector[at] ?? 0);
  return sum;
}

/** The signed numbers of two bytes that a text of four hexadecimal digits each stands for. */
const numbersOf = (text: string): Int16Array =>
  Int16Array.from({ length: text.length / 4 }, (_, at) => Number.parseInt(text.slice(at * 4, at * 4 + 4), 16));
