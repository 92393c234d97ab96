import { createHash } from 'node:crypto';

import type { Coe } from '../../src/domain/coe/coe.ts';
import { searchableText } from '../../src/domain/search/searchable-text.ts';
import { isStopWord } from '../../src/domain/similar/stop-words.ts';

/** Prepares a library for a simple way of scoring, which has no unit and no level: more is more alike. */
export type Baseline = (coes: readonly Coe[]) => (one: Coe, other: Coe) => number;

/** The same every time: by the hash of both ids. */
export const chance: Baseline = () => (one, other) =>
  createHash('sha256').update(`${one.id} ${other.id}`).digest().readUInt32BE(0);

/** The cosine of TF-IDF as the textbooks have it. */
export const tfIdf: Baseline = (coes) => {
  const words = wordsById(coes);
  const counts = countEach([...words.values()].map((each) => [...each.keys()]));
  const vectors = new Map(
    [...words].map(([id, each]) => {
      const vector = [...each].map(([word, often]) => {
        const rarity = Math.log((coes.length + 1) / (counts.get(word) ?? 1));
        return [word, (1 + Math.log(often)) * rarity] as const;
      });
      const length = Math.sqrt(vector.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1;
      return [id, new Map(vector.map(([word, weight]) => [word, weight / length]))];
    }),
  );
  return (one, other) => {
    let score = 0;
    for (const [word, weight] of vectors.get(one.id) ?? []) score += weight * (vectors.get(other.id)?.get(word) ?? 0);
    return score;
  };
};

/** BM25 as the textbooks have it, with the usual constants. */
export const bm25: Baseline = (coes) => {
  const words = wordsById(coes);
  const counts = countEach([...words.values()].map((each) => [...each.keys()]));
  const lengths = new Map(
    [...words].map(([id, each]) => [id, [...each.values()].reduce((sum, count) => sum + count, 0)]),
  );
  const average = [...lengths.values()].reduce((sum, length) => sum + length, 0) / coes.length;
  return (one, other) => {
    const theirs = words.get(other.id);
    const length = 0.25 + (0.75 * (lengths.get(other.id) ?? 0)) / average;
    let score = 0;
    for (const word of words.get(one.id)?.keys() ?? []) {
      const often = theirs?.get(word) ?? 0;
      const count = counts.get(word) ?? 0;
      const rarity = Math.log(1 + (coes.length - count + 0.5) / (count + 0.5));
      score += (rarity * often * 2.2) / (often + 1.2 * length);
    }
    return score;
  };
};

const wordsById = (coes: readonly Coe[]): Map<string, ReadonlyMap<string, number>> =>
  new Map(coes.map((coe) => [coe.id, wordsOf(coe)]));

/** The words of a COE, the title twice, without addresses, numbers and stop words. */
function wordsOf(coe: Coe): Map<string, number> {
  const words = new Map<string, number>();
  const text = [coe.title, ...searchableText(coe).flatMap(({ passages }) => passages)].join('\n').toLowerCase();
  for (const [word] of text.replace(/https?:\S+/g, ' ').matchAll(/\p{L}{2,}/gu)) {
    if (!isStopWord(word)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/** In how many of the lists each item is. */
export function countEach(lists: readonly (readonly string[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const list of lists) for (const each of new Set(list)) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
