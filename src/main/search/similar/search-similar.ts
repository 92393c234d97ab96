import { mostSimilar } from '#domain/similar/most-similar.ts';
import { type Portrait, portraitOf } from '#domain/similar/portrait.ts';
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
  portraits: { readonly has: (id: string) => boolean; readonly read: (id: string) => Portrait | null },
): SimilarAnswer {
  const one = portraitOf(question.coe);
  const leaveOut = new Set(question.excluded);
  const { counts, byWords } = countStems(index, one, question.size);
  const library: LibraryCounts = {
    size: question.size,
    withStem: (stem) => counts.get(stem) ?? 0,
    withTick: (key) => question.ticks.get(key) ?? 0,
  };
  const promising = byWords.filter((id) => !leaveOut.has(id)).slice(0, MOST_BY_WORDS);
  const ids = [...new Set([...promising, ...question.alwaysCompare])];
  const unread = ids.filter((id) => !portraits.has(id));
  if (unread.length > question.maxReads) return { is: 'unread', ids: unread };
  const others = ids.map(portraits.read).filter((each) => each !== null);
  return { is: 'found', similar: mostSimilar(one, others, library, question.limit) };
}
