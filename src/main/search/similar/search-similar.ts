import { centred, gistOf, similarityOfCentred } from '#domain/similar/meaning.ts';
import { type Meaning, mostSimilar } from '#domain/similar/most-similar.ts';
import { type SimilarityFeatures, extractFeatures } from '#domain/similar/features.ts';
import type { LibraryCounts } from '#domain/similar/rarity.ts';

import type { MeaningTasks } from '../meaning/meaning-tasks.ts';
import type { SearchIndex } from '../search-index.ts';
import type { SimilarAnswer, SimilarQuery } from './similar-question.ts';
import { countStems } from './stem-postings.ts';

/** The maximum number of COEs to compare because of their words; limits the files to read. */
const MAX_BY_WORDS = 80;
/** The number of COEs that show which words, lines and pairs of words this library has everywhere. */
const SAMPLE_SIZE = 80;

/**
 * Finds the COEs most similar to one: takes candidates from the index and compares their features. Returns the ids of
 * unread candidates instead if there are more than `maxReads`.
 */
export function searchSimilar(
  index: SearchIndex,
  question: SimilarQuery,
  recentFeatures: { readonly has: (id: string) => boolean; readonly read: (id: string) => SimilarityFeatures | null },
  meaning: Pick<MeaningTasks, 'vectorsOf' | 'centre'>,
): SimilarAnswer {
  const one = extractFeatures(question.coe);
  const leaveOut = new Set(question.excluded);
  const { counts, byWords } = countStems(index, new Set(one.terms.stems.keys()), question.size);
  const promising = byWords.filter((id) => !leaveOut.has(id)).slice(0, MAX_BY_WORDS);
  const ids = [...new Set([...promising, ...question.alwaysCompare])];
  const sampleIds = sampleOf(index, question.coe.id);
  const unread = [...new Set([...ids, ...sampleIds])].filter((id) => !recentFeatures.has(id));
  if (unread.length > question.maxReads) return { is: 'unread', ids: unread };
  const others = ids.map(recentFeatures.read).filter((each) => each !== null);
  const sample = sampleIds.map(recentFeatures.read).filter((each) => each !== null);
  const inSample = countEach(sample);
  const library: LibraryCounts = {
    size: question.size,
    // Exact for the words of this COE; of the words that only another one has, the sample tells the share.
    coesWithStem: (stem) =>
      counts.get(stem) ?? ((inSample.get(stem) ?? 0) * question.size) / Math.max(1, sample.length),
    coesWithFacet: (key) => question.facets.get(key) ?? 0,
  };
  return {
    is: 'found',
    similar: mostSimilar(one, others, library, question.limit, {
      sample,
      meaning: meaningOf(question, meaning),
      learned: question.learned,
    }),
  };
}

/** The meaning of the COE of the question and of others; undefined if its own is not known. */
function meaningOf(
  { vectors }: SimilarQuery,
  { vectorsOf, centre }: Pick<MeaningTasks, 'vectorsOf' | 'centre'>,
): Meaning | undefined {
  if (vectors === null || vectors.vectors.length === 0) return undefined;
  const middle = centre();
  const own = centred(vectors, middle);
  return {
    own: gistOf(own),
    of: (id) => {
      const found = vectorsOf([id]).get(id);
      if (found === undefined) return null;
      const theirs = centred(found, middle);
      return { best: similarityOfCentred(own, theirs), gist: gistOf(theirs) };
    },
  };
}

type Sample = { readonly next: number; readonly size: number; readonly ids: readonly string[] };

/** The sample of each index, as long as no COE was added or removed. */
const samples = new WeakMap<SearchIndex, Sample>();

/** The same COEs every time, so that they are read once: those with the smallest hash of their ids. */
function sampleOf(index: SearchIndex, without: string): readonly string[] {
  const known = samples.get(index);
  const isCurrent = known?.next === index.next && known.size === index.size;
  const sample = isCurrent ? known : { next: index.next, size: index.size, ids: smallestHashes(index.ids()) };
  samples.set(index, sample);
  return sample.ids.filter((id) => id !== without).slice(0, SAMPLE_SIZE);
}

/** One more than the sample needs, which leaves out the COE that is asked about. */
const smallestHashes = (ids: Iterable<string>): string[] =>
  Array.from(ids, (id) => [hashOf(id), id] as const)
    .toSorted((first, second) => first[0] - second[0])
    .slice(0, SAMPLE_SIZE + 1)
    .map(([, id]) => id);

/** FNV-1a: a ULID begins with its time, and COEs of one time are no sample. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function countEach(sample: readonly SimilarityFeatures[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms } of sample) for (const stem of terms.stems.keys()) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}
