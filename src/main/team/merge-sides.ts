import { ok, type Result } from '#domain/result.ts';
import { areContested, type MergedTrees, mergeTrees } from '#domain/team/merge-trees.ts';
import type { Oid } from '#domain/team/oid.ts';

import type { Branch } from './branch.ts';
import type { TeamRepository } from './git/team-repository.ts';
import { textDigest } from './object-id.ts';
import type { TeamFailure } from './team-failure.ts';

/**
 * Merges the trees of two commits by what each changed since their common ancestor, null for none. Which one is first
 * must not depend on the computer. Fails if anything could not be read.
 */
export async function mergeSides(
  repository: TeamRepository,
  branch: Branch,
  base: Oid | null,
  [first, second]: readonly [Oid, Oid],
): Promise<Result<MergedTrees, TeamFailure>> {
  const ours = await repository.changedPaths(base, first);
  if (!ours.ok) return ours;
  const others = await repository.changedPaths(base, second);
  if (!others.ok) return others;
  const since = async (tip: Oid): ReturnType<TeamRepository['contentsSince']> =>
    base !== null && areContested(ours.value, others.value) ? repository.contentsSince(base, tip) : ok(new Map());
  const [had, othersHad] = [await since(first), await since(second)];
  if (!had.ok) return had;
  if (!othersHad.ok) return othersHad;
  const passed = { first: had.value, second: othersHad.value };
  branch.takeReadFailure();
  const merged = await mergeTrees(ours.value, others.value, branch.readText, textDigest, passed);
  const unread = branch.takeReadFailure();
  return unread === null ? ok(merged) : { ok: false, error: unread };
}
