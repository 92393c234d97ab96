import type { SimilarityFeatures } from '#domain/similar/features.ts';
import { stemRarity } from '#domain/similar/rarity.ts';
import { irregularFormsOf, stemOf } from '#domain/similar/stem.ts';

import { type Weight, scoreOf } from '../posting-bytes.ts';
import type { SearchIndex } from '../search-index.ts';

/** More than are ever looked at, even if some are left out. */
const MOST_CANDIDATES = 1000;

/** In how many COEs each stem of one stands, and which COEs share most with it, best first, as far as the index can tell. */
export type StemPostings = { readonly counts: ReadonlyMap<string, number>; readonly byWords: readonly string[] };

/** How much a token counts for how it stands in a COE: never more than 1, and most of that for standing there at all. */
const SHARES = Float64Array.from({ length: 64 }, (_, weight) => scoreOf(weight) / (scoreOf(weight) + 12));

/** Looks up the stems of a COE in the search index, whose tokens are whole words. */
export function countStems(index: SearchIndex, { story, why }: SimilarityFeatures, size: number): StemPostings {
  const stems = new Set([...why.weights.keys(), ...story.weights.keys()]);
  const recent = recentStems(index, stems);
  const counts = new Map<string, number>();
  const scores = new Float64Array(index.next);
  const seen = new Int32Array(index.next).fill(-1);
  let number = 0;
  for (const stem of stems) {
    // A document and its weight in turn: common words stand in thousands, and a pair each would take most of the time.
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
    const here = (why.weights.get(stem) ?? 0) + (story.weights.get(stem) ?? 0) / 2;
    const worth = stemRarity({ size, coesWithStem: () => count, coesWithFacet: () => 0 }, stem) * (here / (here + 4));
    for (let at = 0; at < found.length; at += 2) {
      const document = found[at] ?? 0;
      scores[document] = (scores[document] ?? 0) + worth * (SHARES[found[at + 1] ?? 0] ?? 0);
    }
  }
  const documents = Uint32Array.from(scores.keys()).filter((document) => (scores[document] ?? 0) > 0);
  documents.sort((first, second) => (scores[second] ?? 0) - (scores[first] ?? 0));
  return { counts, byWords: Array.from(documents.subarray(0, MOST_CANDIDATES), (document) => index.idOf(document)) };
}

/** The same for the COEs that came in last, which lie in the index as they came. */
function recentStems(index: SearchIndex, stems: ReadonlySet<string>): Map<string, number[]> {
  const beginnings = new Set(
    [...stems].flatMap((stem) => [stem, ...irregularFormsOf(stem)]).map((word) => word.slice(0, 2)),
  );
  const found = new Map<string, number[]>();
  for (const [document, tokens] of index.recent()) {
    for (const [token, weight] of tokens) {
      if (!beginnings.has(token.slice(0, 2))) continue; // cutting a word takes longer than looking at how it begins
      const stem = stemOf(token);
      if (!stems.has(stem)) continue;
      const postings = found.get(stem);
      if (postings === undefined) found.set(stem, [document, weight]);
      else postings.push(document, weight);
    }
  }
  return found;
}
