import { stemRarity } from '#domain/similar/rarity.ts';
import { irregularFormsOf, stemOf } from '#domain/similar/stem.ts';

import { type Weight, scoreOf } from '../posting-bytes.ts';
import type { SearchIndex } from '../search-index.ts';

/** More than `searchSimilar` compares, since it excludes some. */
const MAX_CANDIDATES = 1000;

/** The number of COEs that contain each stem, and the ids of the COEs that share the most stems, best first. */
export type StemPostings = { readonly counts: ReadonlyMap<string, number>; readonly byWords: readonly string[] };

/** The share of a token's worth that each posting weight earns, below 1. Grows slowly with the score. */
const SHARES = Float64Array.from({ length: 64 }, (_, weight) => scoreOf(weight) / (scoreOf(weight) + 12));

/** Looks up these stems of a COE in the search index, whose tokens are whole words. `size` is the number of COEs. */
export function countStems(index: SearchIndex, stems: ReadonlySet<string>, size: number): StemPostings {
  const recent = recentStems(index, stems);
  const counts = new Map<string, number>();
  const scores = new Float64Array(index.next);
  const seen = new Int32Array(index.next).fill(-1);
  let number = 0;
  for (const stem of stems) {
    // Alternating documents and weights in one flat array: common words have thousands, and allocating pairs is slow.
    const found = recent.get(stem) ?? [];
    const take = (document: number, weight: Weight): void => void found.push(document, weight);
    index.eachStarting(stem, (token) => stemOf(token) === stem, take);
    for (const form of irregularFormsOf(stem)) index.eachStarting(form, (token) => token === form, take);
    let count = 0;
    for (let at = 0; at < found.length; at += 2) {
      const document = found[at] ?? 0;
      if (seen[document] !== number) count += 1;
      seen[document] = number;
    }
    number += 1;
    counts.set(stem, count);
    const worth = stemRarity({ size, coesWithStem: () => count, coesWithFacet: () => 0 }, stem) ** 2;
    for (let at = 0; at < found.length; at += 2) {
      const document = found[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + worth * (SHARES[found[at + 1] ?? 0] ?? 0);
    }
  }
  const documents = Uint32Array.from(scores.keys()).filter((document) => (scores[document] ?? 0) > 0);
  documents.sort((first, second) => (scores[second] ?? 0) - (scores[first] ?? 0));
  return { counts, byWords: Array.from(documents.subarray(0, MAX_CANDIDATES), (document) => index.idOf(document)) };
}

/** The postings of the stems in recent documents, as alternating documents and weights. */
function recentStems(index: SearchIndex, stems: ReadonlySet<string>): Map<string, number[]> {
  const beginnings = new Set(
    [...stems].flatMap((stem) => [stem, ...irregularFormsOf(stem)]).map((word) => word.slice(0, 2)),
  );
  const found = new Map<string, number[]>();
  for (const [document, tokens] of index.recent()) {
    for (const [token, weight] of tokens) {
      if (!beginnings.has(token.slice(0, 2))) continue; // cheaper than stemming the token
      const stem = stemOf(token);
      if (!stems.has(stem)) continue;
      const postings = found.get(stem);
      if (postings === undefined) found.set(stem, [document, weight]);
      else postings.push(document, weight);
    }
  }
  return found;
}
