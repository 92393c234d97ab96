import { ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { readTeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';

import type { CallOptions, TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';

/** How the commits of the members reach each other: through a server, or through files in a shared folder. */
export type Transport = {
  /** Gets what the others have: commits to merge, one after the other. Empty before anybody shared anything. */
  readonly fetchTips: (options: CallOptions) => Promise<Result<readonly Oid[], TeamFailure>>;
  /**
   * Gives the branch, which is at `head`, to the others. Returns how many commits they did not have. Fails with
   * `push-race` when what they have has to be fetched and merged first.
   */
  readonly push: (head: Oid, options: CallOptions) => Promise<Result<number, TeamFailure>>;
  /** The last commit of ours that the others can get, as last seen; null before the first. */
  readonly shared: () => Oid | null;
  /**
   * Whether the others' commit takes the place of ours when nothing of ours is left to share. True with a single branch
   * for everybody; where each member has one, two members would swap theirs for ever.
   */
  readonly hasOneBranch: boolean;
  /** The branch of one's own, where the main branch is protected; null if that was not needed. */
  readonly approvalBranch: () => string | null;
  /** Files of the others that have been unusable for a while, by their path in the shared folder. */
  readonly unusableFiles: () => readonly string[];
};

/** Why a commit must not be merged into a team library; null when it may. `expected` is null for any team. */
export async function refusalOfTip(
  repository: TeamRepository,
  tip: Oid,
  expected: string | null,
): Promise<Result<'not-a-team-library' | 'another-team-library' | null, TeamFailure>> {
  const read = await repository.readFileAt(tip, TEAM_FILE);
  if (!read.ok) return read;
  const team = read.value.ok ? readTeamFile(Buffer.from(read.value.value).toString('utf8')) : null;
  if (team === null) return ok('not-a-team-library');
  return ok(expected === null || expected === team.id ? null : 'another-team-library');
}
