import { foldPassage } from '../search/fold.ts';
import { eachToken } from '../search/tokens.ts';
import type { SimilarityFeatures } from './features.ts';
import { stemOf } from './stem.ts';

/** A sentence is boilerplate when at least this many other COEs, and this share of those compared, repeat it. */
const FEWEST_REPEATS = 4;
const SHARE = 0.6;
/** Shorter sentences are repeated by chance. */
const FEWEST_WORDS = 3;

const SENTENCE = /[^.!?\n]+/g;

/**
 * The stems of the sentences of a COE that most of the others repeat word for word, such as a notice under every COE.
 * Empty when only a few COEs are compared.
 */
export function boilerplateStems(one: SimilarityFeatures, others: readonly SimilarityFeatures[]): ReadonlySet<string> {
  const stems = new Set<string>();
  if (others.length < FEWEST_REPEATS) return stems;
  const own = new Set(one.passages.flatMap(sentencesOf));
  const counts = new Map<string, number>();
  for (const { passages } of others) {
    for (const sentence of new Set(passages.flatMap(sentencesOf))) {
      if (own.has(sentence)) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
    }
  }
  for (const [sentence, count] of counts) {
    if (count < FEWEST_REPEATS || count < others.length * SHARE) continue;
    eachToken(sentence, (token) => void stems.add(stemOf(token)));
  }
  return stems;
}

const sentencesOf = (passage: string): string[] =>
  (passage.match(SENTENCE) ?? []).map((sentence) => foldPassage(sentence).trim()).filter(hasEnoughWords);

const hasEnoughWords = (sentence: string): boolean => sentence.split(' ').length >= FEWEST_WORDS;
