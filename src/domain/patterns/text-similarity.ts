import { tellingStems, withoutNoise } from '../similar/telling-words.ts';
import type { ComparableText } from './pattern-texts.ts';

/** How alike two texts are: 0 for nothing in common, 1 for the same. */
export type TextSimilarity = (one: ComparableText, other: ComparableText) => number;

/** Added to the number of texts, as if there were this many more without the word, to steady small libraries. */
const ASSUMED_TEXTS = 20;

/**
 * Compares texts by the words they share (the cosine of their TF-IDF vectors). A word counts for more the fewer texts
 * of `corpus` have it; repetition counts for less and less.
 */
export function wordSimilarity(corpus: Iterable<ComparableText>): TextSimilarity {
  const frequency = new Map<string, number>();
  let size = ASSUMED_TEXTS;
  for (const text of corpus) {
    size += 1;
    for (const stem of stemsOf(text).keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const vectors = new WeakMap<ComparableText, ReadonlyMap<string, number>>();
  const vectorOf = (text: ComparableText): ReadonlyMap<string, number> => {
    const known = vectors.get(text);
    if (known !== undefined) return known;
    const vector = new Map<string, number>();
    for (const [stem, count] of stemsOf(text))
      vector.set(stem, (1 + Math.log(count)) * Math.log((size + 1) / ((frequency.get(stem) ?? 0) + 1)));
    vectors.set(text, vector);
    return vector;
  };
  return (one, other) => {
    const [first, second] = [vectorOf(one), vectorOf(other)];
    let product = 0;
    for (const [stem, weight] of first) product += weight * (second.get(stem) ?? 0);
    return product === 0 ? 0 : product / (lengthOf(first) * lengthOf(second));
  };
}

const lengthOf = (vector: ReadonlyMap<string, number>): number =>
  Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0));

/** How often each telling stem is in a text. */
function stemsOf(text: ComparableText): Map<string, number> {
  const counts = new Map<string, number>();
  for (const stem of text.flatMap((passage) => tellingStems(withoutNoise(passage))))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
