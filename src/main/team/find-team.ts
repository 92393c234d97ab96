import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';
import { readTeamFile, type TeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';

import { MAIN, SHARED } from './branch.ts';
import { openFolderTransport } from './folder-transport.ts';
import type { CallOptions, TeamRepository, WaitsFor } from './git/team-repository.ts';
import { readSharedFolder } from './shared-folder.ts';
import type { TeamFailure } from './team-failure.ts';
import type { TeamDeps } from './team-deps.ts';

/** A team library that is there. A shared folder may not have its first bundle yet; then there is no `tip`. */
export type FoundTeam = { readonly team: TeamFile; readonly tip?: Oid };

/** The team library in a shared folder; null if none is begun there. Forgets what was shared in another place. */
export async function findTeamIn(
  repository: TeamRepository,
  folder: string,
  deps: TeamDeps,
  options: CallOptions,
  waits: WaitsFor,
): Promise<Result<FoundTeam | null, TeamFailure>> {
  const before = await repository.readRef(SHARED);
  if (!before.ok) return before;
  const forgotten = before.value === null ? ok(null) : await repository.moveRef(SHARED, null, before.value);
  if (!forgotten.ok) return forgotten;
  const team = await waits(() => readSharedFolder(folder));
  if (!team.ok) return team;
  if (team.value === null) return ok(null);
  const fetched = await fetchBundles(repository, folder, team.value.id, deps, options);
  if (!fetched.ok) return fetched;
  const [tip] = fetched.value;
  return ok(tip === undefined ? { team: team.value } : { team: team.value, tip });
}

/** The team library at an address; null for an empty repository. Fails for one that holds something else. */
export async function findTeamAt(
  repository: TeamRepository,
  address: RemoteAddress,
  options: CallOptions,
): Promise<Result<Required<FoundTeam> | null, TeamFailure>> {
  const branches = await repository.lsRemote(address, options);
  if (!branches.ok) return branches;
  if (branches.value.size === 0) {
    const stale = await repository.readRef(SHARED);
    if (!stale.ok || stale.value === null) return stale.ok ? ok(null) : stale;
    const removed = await repository.moveRef(SHARED, null, stale.value);
    return removed.ok ? ok(null) : removed;
  }
  const fetched = await repository.fetchRef(address, { from: MAIN, to: SHARED }, options);
  if (!fetched.ok) return fetched;
  if (fetched.value === null) return fail({ kind: 'not-a-team-library' });
  const read = await repository.readFileAt(fetched.value, TEAM_FILE);
  if (!read.ok) return read;
  const team = read.value.ok ? readTeamFile(Buffer.from(read.value.value).toString('utf8')) : null;
  return team === null ? fail({ kind: 'not-a-team-library' }) : ok({ tip: fetched.value, team });
}

/** Fetches what everybody has put into a shared folder: the commits to merge. */
export async function fetchBundles(
  repository: TeamRepository,
  folder: string,
  teamId: string,
  { clock }: TeamDeps,
  options: CallOptions,
): Promise<Result<readonly Oid[], TeamFailure>> {
  // Nothing is written, so the name of the writer does not matter.
  const opened = await openFolderTransport({ repository, folder, writer: '00000000', teamId: () => teamId, clock });
  return opened.ok ? opened.value.fetchTips(options) : opened;
}
