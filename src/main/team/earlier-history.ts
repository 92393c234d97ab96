import { rm } from 'node:fs/promises';

import { ok, type Result } from '#domain/result.ts';
import { readTeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';

import { MAIN } from './branch.ts';
import { hasConnection, type TeamFolders } from './connection.ts';
import type { TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';

/**
 * Removes a repository that was never connected: a crash left it while a library was being connected, perhaps to another
 * place. The library's folder or the team has all that is in it, since comments need a connection.
 */
export async function removeUnconnected(folders: TeamFolders): Promise<void> {
  if (await hasConnection(folders)) return;
  for (const place of [folders.agreed, folders.gitDir])
    // oxlint-disable-next-line no-await-in-loop -- one after the other: what fails is the first to be said
    await rm(place, { recursive: true, force: true });
}

/**
 * Sets the history of another team library aside, so that nobody at the new place gets it. It stays in the repository
 * under a name that is never shared. `connectedTo` is the team of the connection before; null if there was none.
 */
export async function leaveOtherTeam(
  repository: TeamRepository,
  folders: TeamFolders,
  teamId: string,
  connectedTo: string | null,
): Promise<Result<null, TeamFailure>> {
  const head = await repository.readRef(MAIN);
  if (!head.ok) return head;
  if (head.value === null) return ok(null);
  const read = await repository.readFileAt(head.value, TEAM_FILE);
  if (!read.ok) return read;
  const team = read.value.ok ? readTeamFile(Buffer.from(read.value.value).toString('utf8')) : null;
  // Before the first exchange, only the connection says which team a history is of.
  if ((team?.id ?? connectedTo) === teamId) return ok(null);
  // This comes first: what was agreed with the one team must never count as agreed with the other.
  await rm(folders.agreed, { force: true });
  const aside = `refs/once/earlier/${head.value}`;
  const before = await repository.readRef(aside);
  if (!before.ok) return before;
  const kept = before.value === null ? await repository.moveRef(aside, head.value, null) : ok(null);
  return kept.ok ? repository.moveRef(MAIN, null, head.value) : kept;
}
