import type { Portrait } from './portrait.ts';
import type { LibraryCounts } from './rarity.ts';
import { type Reason, reasonsFor } from './reasons.ts';
import { type Likeness, likenessOf } from './score.ts';

/** A COE that is like another, and why. */
export type Similar = {
  readonly id: string;
  readonly score: number;
  readonly isStrong: boolean;
  readonly reasons: readonly Reason[];
};

/** The COEs that are most like one, best first: those with a reason that can be told. Of equals, the newer comes first. */
export function mostSimilar(one: Portrait, others: Iterable<Portrait>, counts: LibraryCounts, most: number): Similar[] {
  const found: { other: Portrait; likeness: Likeness }[] = [];
  for (const other of others) {
    if (other.id === one.id) continue;
    const likeness = likenessOf(one, other, counts);
    if (likeness.score > 0) found.push({ other, likeness });
  }
  found.sort(
    (first, second) => second.likeness.score - first.likeness.score || (first.other.id < second.other.id ? 1 : -1),
  );
  return found
    .slice(0, most)
    .map(({ other, likeness }) => ({
      id: other.id,
      score: Math.round(likeness.score * 100) / 100,
      isStrong: likeness.isStrong,
      reasons: reasonsFor(one, other, likeness, counts),
    }))
    .filter(({ reasons }) => reasons.length > 0);
}
