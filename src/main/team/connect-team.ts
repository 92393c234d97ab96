import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import { readTeamFile, type TeamFile, writeTeamFile } from '#domain/team/team-file.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import { MAIN } from './branch.ts';
import { newConnection, readConnection, type TeamFolders, teamFoldersOf, writeConnection } from './connection.ts';
import { leaveOtherTeam, removeUnconnected } from './earlier-history.ts';
import { findTeamAt, findTeamIn } from './find-team.ts';
import type { CallOptions, TeamRepository } from './git/team-repository.ts';
import { type ConnectFailure, inFolder, type MeetingPlace, type Remote, remoteIn, textOf } from './meeting-place.ts';
import { beginSharedFolder } from './shared-folder.ts';
import { commitStart } from './start-commit.ts';
import type { TeamFailure } from './team-failure.ts';
import { openRepository } from './ready-repository.ts';
import type { TeamDeps } from './team-deps.ts';
import { takeTeamLock } from './team-lock.ts';
import { trialFoldersOf } from './trial-place.ts';

/**
 * What to connect: a folder, which need not exist, the place where the team meets, one's name, and the name of a new
 * team library.
 */
export type ConnectRequest = {
  readonly library: string;
  readonly address: MeetingPlace;
  readonly me: string;
  readonly teamName: string;
};

/**
 * Connects a library: joins the one at the address or in the shared folder, or begins a new one there if it is empty.
 * Writes nothing into the library but its mark `once-team.json`; the first exchange does the rest.
 */
export async function connectTeam(
  request: ConnectRequest,
  deps: TeamDeps,
  options: CallOptions = {},
): Promise<Result<null, ConnectFailure>> {
  const remote = await remoteIn(request.address, deps, options);
  if (!remote.ok) return remote;
  const folders = await teamFoldersOf(deps.teamFolder, request.library);
  const before = await readConnection(folders.connection);
  if (before?.connected === true && before.remote !== textOf(remote.value)) return fail({ kind: 'connected-already' });
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  try {
    await removeUnconnected(folders);
    const isBroken = before?.failure?.kind === 'repository-broken';
    if (isBroken) await putAside(folders.gitDir, deps.clock());
    // What was agreed holds for that repository and those files. Without it, both are compared, and nothing counts as
    // deleted or as shared.
    if (isBroken || (await markOf(request.library)) === null) await rm(folders.agreed, { force: true });
    await takeTrial(folders, deps);
    const repository = await openRepository(folders, deps);
    if (!repository.ok) return repository;
    try {
      const connectedTo = before?.teamId ?? null;
      return await connect({ request, remote: remote.value, folders, connectedTo }, repository.value, deps, options);
    } finally {
      await repository.value.close();
    }
  } finally {
    await release();
  }
}

type Connecting = {
  readonly request: ConnectRequest;
  readonly remote: Remote;
  readonly folders: TeamFolders;
  /** The id of the team that the library was connected to before; null if it was not. */
  readonly connectedTo: string | null;
};

async function connect(
  { request, remote, folders, connectedTo }: Connecting,
  repository: TeamRepository,
  deps: TeamDeps,
  options: CallOptions,
): Promise<Result<null, ConnectFailure>> {
  const found =
    remote.is === 'server'
      ? await findTeamAt(repository, remote.address, options)
      : await inFolder(options, (waits) => findTeamIn(repository, remote.folder, deps, options, waits));
  if (!found.ok) return found;
  const marked = await markOf(request.library);
  if (marked !== null && found.value !== null && marked.id !== found.value.team.id)
    return fail({ kind: 'another-team-library' });
  const made = await makeLibraryFolders(request.library);
  if (!made.ok) return fail({ kind: 'library', error: made.error });
  const team = found.value?.team ?? marked ?? newTeam(request, deps);
  const left = await leaveOtherTeam(repository, folders, team.id, connectedTo);
  if (!left.ok) return left;
  // In a shared folder the first bundle may arrive late, and what is written until then belongs to the team already.
  if (marked === null && found.value?.tip === undefined) {
    const text = Buffer.from(writeTeamFile(team.id, team.name));
    const written = await replaceFile(path.join(request.library, TEAM_FILE), text, async () => ok(true));
    if (!written.ok) return fail({ kind: 'library', error: written.error });
  }
  if (found.value === null) {
    const started = await start(repository, request.me, deps);
    if (!started.ok) return started;
    if (remote.is === 'folder') {
      const text = writeTeamFile(team.id, team.name);
      const begun = await inFolder(options, (waits) => waits(() => beginSharedFolder(remote.folder, text)));
      if (!begun.ok) return begun;
    }
  }
  const writer = randomBytes(4).toString('hex');
  const connection = newConnection({
    folder: path.resolve(request.library),
    remote: textOf(remote),
    sharedFolder: remote.is === 'folder' ? remote.folder : null,
    me: request.me,
    writer,
    teamId: team.id,
    name: team.name,
  });
  const written = await writeConnection(folders.connection, connection);
  return written.ok ? ok(null) : fail({ kind: 'library', error: written.error });
}

/** The first commit of a new team library: how to read it without Once. */
async function start(repository: TeamRepository, me: string, deps: TeamDeps): Promise<Result<null, TeamFailure>> {
  const now = await repository.readRef(MAIN);
  if (!now.ok) return now;
  if (now.value !== null) return ok(null);
  const made = await commitStart(repository, MAIN, me, deps);
  return made.ok ? ok(null) : made;
}

function newTeam({ library, teamName }: ConnectRequest, deps: TeamDeps): Pick<TeamFile, 'id' | 'name'> {
  const name = teamName === '' ? path.basename(path.resolve(library)) : teamName;
  return { id: deps.newId(), name: name.slice(0, 200) };
}

/** Moves a damaged repository out of the way; the library's folder has what was not shared. Ignores disk errors. */
async function putAside(gitDir: string, now: number): Promise<void> {
  await rename(gitDir, `${gitDir}.damaged-${now}`).catch(nullOnDiskError);
}

/** Takes what a trial fetched, so that it is not fetched twice. A trial of another address is only a few extra objects. */
async function takeTrial(folders: TeamFolders, deps: TeamDeps): Promise<void> {
  const trial = await trialFoldersOf(deps.teamFolder);
  try {
    await rename(trial.gitDir, folders.gitDir);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

/** The team that a library's folder says it belongs to; null if it is not a team's. */
async function markOf(library: string): Promise<TeamFile | null> {
  try {
    return readTeamFile(await readFile(path.join(library, TEAM_FILE), 'utf8'));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** Stops exchanging. Everything stays: the library, the repository on this computer, and what the team has. */
export async function disconnectTeam(library: string, teamFolder: string): Promise<void> {
  const folders = await teamFoldersOf(teamFolder, library);
  const found = await readConnection(folders.connection);
  if (found?.connected === true) await writeConnection(folders.connection, { ...found, connected: false });
}
