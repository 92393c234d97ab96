import { agreeing, chanceOfSharing } from './agreement.ts';
import type { SimilarityFeatures } from './features.ts';
import { type Learned, type LearnedSimilarity, withLearned } from './learned.ts';
import { type Gist, likenessOf } from './meaning.ts';
import type { LibraryCounts } from './rarity.ts';
import { learnedReasons, type Reason, reasonsFor } from './reasons.ts';
import { compareByLevel, compareFeatures, createComparison, type SimilarityLevel, withLikeness } from './similarity.ts';

/** A COE that is similar to another, with the reasons. `score` has three decimals; see docs/seen-before.md. */
export type SimilarityMatch = {
  readonly id: string;
  readonly score: number;
  readonly level: SimilarityLevel;
  readonly reasons: readonly Reason[];
};

/** What is known of the meaning of the COE asked about, and of others. */
export type Meaning = {
  readonly own: Gist;
  /** How alike another COE is by the best match of each sentence, from -1 to 1, and its gist; null if not known. */
  readonly of: (id: string) => { readonly best: number; readonly gist: Gist } | null;
};

/** What else is known of the library. */
export type SimilarContext = {
  readonly sample?: Iterable<SimilarityFeatures>;
  readonly meaning?: Meaning | undefined;
  readonly learned?: Learned;
};

/** Meaning is compared for the most promising only, because it takes longer than words and choices. */
const MAX_BY_MEANING = 30;

/**
 * The COEs most similar to one, at most `limit`: those at a level before the others, and the best first. Leaves out the
 * COE itself. Those for which no reason can be given have the level `none`. `others` are compared; `sample` are COEs of
 * the same library that only show what its COEs have in common anyway. `meaning` tells how alike the COE and another
 * one, by its id, are in meaning, or null where that is not known. It moves the order, and where words bring none to a
 * level, the one that agrees in meaning and in conditions comes to `perhaps`.
 * `learned` is what was said about COEs of the library so far. Of two with the same score, the newer comes first.
 */
export function mostSimilar(
  one: SimilarityFeatures,
  others: Iterable<SimilarityFeatures>,
  library: LibraryCounts,
  limit: number,
  { sample = [], meaning, learned = NOTHING_LEARNED }: SimilarContext = {},
): SimilarityMatch[] {
  const compared = [...others].filter(({ id }) => id !== one.id);
  const known = new Map([...sample, ...compared].map((features) => [features.id, features]));
  const all = [...known.values()].filter(({ id }) => id !== one.id).concat(one);
  const comparison = createComparison(all, library, [...sample]);
  const similarities = new Map(compared.map((other) => [other.id, compareFeatures(one, other, comparison)]));
  const found: Found[] = [];
  for (const [id, similarity] of withLearned(similarities, learned)) {
    const other = known.get(id);
    if (other !== undefined && similarity.score > 0) found.push({ other, similarity });
  }
  found.sort(bestFirst);
  return withMeaning(one, found, meaning, library)
    .slice(0, limit)
    .map(({ other, similarity }) => {
      const reasons = reasonsFor(one, other, similarity, comparison);
      // Nothing is shown unasked without a reason that a person would give.
      const level = reasons.length === 0 ? 'none' : similarity.level;
      const said = level === 'none' ? [] : learnedReasons(similarity, (id) => known.get(id)?.title ?? '');
      return { id: other.id, score: Math.round(similarity.score * 1000) / 1000, level, reasons: [...reasons, ...said] };
    });
}

type Found = { readonly other: SimilarityFeatures; readonly similarity: LearnedSimilarity };

const NOTHING_LEARNED: Learned = { dismissals: new Map(), families: [] };

const bestFirst = (first: Found, second: Found): number =>
  compareByLevel(first.similarity, second.similarity) || (first.other.id < second.other.id ? 1 : -1);

/**
 * Adds the likeness in meaning to the first scores. Where it is not known of one COE, it gets the mean of the others.
 */
function withMeaning(
  one: SimilarityFeatures,
  found: readonly Found[],
  meaning: SimilarContext['meaning'],
  library: LibraryCounts,
): readonly Found[] {
  if (meaning === undefined) return found;
  const first = found.slice(0, MAX_BY_MEANING).map((each) => ({ ...each, likeness: meaning.of(each.other.id) }));
  const likenesses = new Map(
    first.flatMap(({ other, likeness }) =>
      likeness === null
        ? []
        : [[other.id, { best: likeness.best, whole: likenessOf(meaning.own, likeness.gist) }] as const],
    ),
  );
  if (likenesses.size === 0) return found;
  const meanOf = (part: 'best' | 'whole'): number =>
    [...likenesses.values()].reduce((sum, each) => sum + each[part], 0) / likenesses.size;
  const usual = { best: meanOf('best'), whole: meanOf('whole') };
  const agrees = first.some(({ similarity }) => similarity.level !== 'none')
    ? null
    : agreeing(
        meaning.own,
        first.map(({ other, similarity, likeness }) => ({
          id: other.id,
          sharedByChance: chanceOfSharing(similarity, library),
          gist: likeness?.gist ?? null,
          dismissals: similarity.dismissals,
        })),
        Math.max(found.length, library.size - 1),
      );
  return first
    .map(({ other, similarity }) => ({
      other,
      similarity: {
        ...similarity,
        score: withLikeness(similarity.score, likenesses.get(other.id) ?? usual, [one.kind, other.kind]),
        level: other.id === agrees ? ('perhaps' as const) : similarity.level,
      },
    }))
    .sort(bestFirst);
}
