import { mostSimilar } from '#domain/similar/most-similar.ts';
import { type SimilarityFeatures, extractFeatures } from '#domain/similar/features.ts';
import type { LibraryCounts } from '#domain/similar/rarity.ts';

import type { SearchIndex } from '../search-index.ts';
import type { SimilarAnswer, SimilarQuery } from './similar-question.ts';
import { countStems } from './stem-postings.ts';

/** The maximum number of COEs to compare because of their words; limits the files to read. */
const MAX_BY_WORDS = 120;

/**
 * Finds the COEs most similar to one: takes candidates from the index and compares their features. Returns the ids of
 * unread candidates instead if there are more than `maxReads`.
 */
export function searchSimilar(
  index: SearchIndex,
  question: SimilarQuery,
  recentFeatures: { readonly has: (id: string) => boolean; readonly read: (id: string) => SimilarityFeatures | null },
): SimilarAnswer {
  const one = extractFeatures(question.coe);
  const leaveOut = new Set(question.excluded);
  const { counts, byWords } = countStems(index, one, question.size);
  const library: LibraryCounts = {
    size: question.size,
    coesWithStem: (stem) => counts.get(stem) ?? 0,
    coesWithFacet: (key) => question.facets.get(key) ?? 0,
  };
  const promising = byWords.filter((id) => !leaveOut.has(id)).slice(0, MAX_BY_WORDS);
  const ids = [...new Set([...promising, ...question.alwaysCompare])];
  const unread = ids.filter((id) => !recentFeatures.has(id));
  if (unread.length > question.maxReads) return { is: 'unread', ids: unread };
  const others = ids.map(recentFeatures.read).filter((each) => each !== null);
  return { is: 'found', similar: mostSimilar(one, others, library, question.limit) };
}
