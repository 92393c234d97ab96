import type { SimilarityFeatures } from './features.ts';
import type { LibraryCounts } from './rarity.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { compareFeatures, createComparison, type Similarity, type SimilarityLevel } from './similarity.ts';

/** A COE that is similar to another, with the reasons. `score` has three decimals; see docs/seen-before.md. */
export type SimilarityMatch = {
  readonly id: string;
  readonly score: number;
  readonly level: SimilarityLevel;
  readonly reasons: readonly Reason[];
};

/**
 * The COEs most similar to one, best first, at most `limit`. Leaves out the COE itself and those for which no reason
 * can be given. `others` are compared; `sample` are COEs of the same library that only show what its COEs have in common
 * anyway. Of two with the same score, the newer comes first.
 */
export function mostSimilar(
  one: SimilarityFeatures,
  others: Iterable<SimilarityFeatures>,
  library: LibraryCounts,
  limit: number,
  sample: Iterable<SimilarityFeatures> = [],
): SimilarityMatch[] {
  const compared = [...others].filter(({ id }) => id !== one.id);
  const known = new Map([...sample, ...compared].map((features) => [features.id, features]));
  const comparison = createComparison([...known.values()].filter(({ id }) => id !== one.id).concat(one), library);
  const found: { other: SimilarityFeatures; similarity: Similarity }[] = [];
  for (const other of compared) {
    const similarity = compareFeatures(one, other, comparison);
    if (similarity.score > 0) found.push({ other, similarity });
  }
  found.sort(
    (first, second) => second.similarity.score - first.similarity.score || (first.other.id < second.other.id ? 1 : -1),
  );
  return found
    .slice(0, limit)
    .map(({ other, similarity }) => ({
      id: other.id,
      score: Math.round(similarity.score * 1000) / 1000,
      level: similarity.level,
      reasons: reasonsFor(one, other, similarity, comparison),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}
