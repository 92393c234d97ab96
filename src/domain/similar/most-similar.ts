import { boilerplateStems } from './boilerplate.ts';
import type { SimilarityFeatures } from './features.ts';
import type { LibraryCounts } from './rarity.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { compareFeatures, type Similarity } from './similarity.ts';

/** A COE that is similar to another, with the reasons. `score` has two decimals; see docs/seen-before.md. */
export type SimilarityMatch = {
  readonly id: string;
  readonly score: number;
  readonly isStrong: boolean;
  readonly reasons: readonly Reason[];
};

/**
 * The COEs most similar to one, best first, at most `limit`. Leaves out the COE itself and those for which no reason
 * can be given. Of two with the same score, the newer comes first.
 */
export function mostSimilar(
  one: SimilarityFeatures,
  others: Iterable<SimilarityFeatures>,
  library: LibraryCounts,
  limit: number,
): SimilarityMatch[] {
  const compared = [...others].filter(({ id }) => id !== one.id);
  const boilerplate = boilerplateStems(one, compared);
  const counts =
    boilerplate.size === 0 ? library : { ...library, isBoilerplate: (stem: string) => boilerplate.has(stem) };
  const found: { other: SimilarityFeatures; similarity: Similarity }[] = [];
  for (const other of compared) {
    const similarity = compareFeatures(one, other, counts);
    if (similarity.score > 0) found.push({ other, similarity });
  }
  found.sort(
    (first, second) => second.similarity.score - first.similarity.score || (first.other.id < second.other.id ? 1 : -1),
  );
  return found
    .slice(0, limit)
    .map(({ other, similarity }) => ({
      id: other.id,
      score: Math.round(similarity.score * 100) / 100,
      isStrong: similarity.isStrong,
      reasons: reasonsFor(one, other, similarity, counts),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}
