import { mostSimilar } from '#domain/similar/most-similar.ts';
import { type SimilarityFeatures, extractFeatures } from '#domain/similar/features.ts';
import type { LibraryCounts } from '#domain/similar/rarity.ts';

import type { SearchIndex } from '../search-index.ts';
import type { SimilarAnswer, SimilarQuery } from './similar-question.ts';
import { countStems } from './stem-postings.ts';

/** As many COEs are looked at for their words as may be read in a moment. */
const MOST_BY_WORDS = 120;

/** Finds the COEs that are most like one: the index says which may be, and those are compared word for word. */
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
  const promising = byWords.filter((id) => !leaveOut.has(id)).slice(0, MOST_BY_WORDS);
  const ids = [...new Set([...promising, ...question.alwaysCompare])];
  const unread = ids.filter((id) => !recentFeatures.has(id));
  if (unread.length > question.maxReads) return { is: 'unread', ids: unread };
  const others = ids.map(recentFeatures.read).filter((each) => each !== null);
  return { is: 'found', similar: mostSimilar(one, others, library, question.limit) };
}
