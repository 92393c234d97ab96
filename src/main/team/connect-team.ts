import { randomBytes } from 'node:crypto';
import { readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import { type AddressProblem, parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import { readTeamFile, TEAM_ATTRIBUTES, TEAM_README, type TeamFile, writeTeamFile } from '#domain/team/team-file.ts';
import { parseTreePath, TEAM_FILE } from '#domain/team/tree-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { MAIN } from './branch.ts';
import { newConnection, readConnection, type TeamFolders, teamFoldersOf, writeConnection } from './connection.ts';
import type { TeamRepository } from './git/team-repository.ts';
import type { TeamFailure } from './team-failure.ts';
import { allowsLoopback, openRepository, type TeamDeps } from './team-library.ts';
import { takeTeamLock } from './team-lock.ts';

/** Where the server's branch is fetched to. */
const THEIRS = 'refs/once/theirs';

/** Why a library was not connected. */
export type ConnectFailure =
  | TeamFailure
  | { readonly kind: 'address'; readonly problem: AddressProblem }
  | { readonly kind: 'busy' }
  | { readonly kind: 'connected-already' };

/** What to connect: a folder, which need not exist, the address, one's name, and the name of a new team library. */
export type ConnectRequest = {
  readonly library: string;
  readonly address: string;
  readonly me: string;
  readonly teamName: string;
};

/** What trying an address found. `team` is null for an empty repository; `bytes` is what was received. */
export type Trial = {
  readonly team: TeamFile | null;
  readonly coes: number;
  readonly bytes: number;
  readonly canWrite: boolean;
};

/** Reads an address; fails with what is wrong with it. */
export function addressIn(text: string, deps: Pick<TeamDeps, 'environment'>): Result<RemoteAddress, ConnectFailure> {
  const address = parseRemoteAddress(text, { allowLoopback: allowsLoopback(deps.environment) });
  return address.ok ? address : fail({ kind: 'address', problem: address.error });
}

/**
 * Tries an address: fetches the library into a place of its own, from which connecting takes it, and asks whether this
 * person may write.
 */
export async function tryAddress(text: string, deps: TeamDeps): Promise<Result<Trial, ConnectFailure>> {
  const address = addressIn(text, deps);
  if (!address.ok) return address;
  const folders = await teamFoldersOf(deps.teamFolder, path.join(deps.teamFolder, 'trial'));
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  let bytes = 0;
  await rm(folders.gitDir, { recursive: true, force: true });
  const opened = await openRepository(folders, {
    ...deps,
    onProgress: (progress) => {
      bytes = Math.max(bytes, progress.bytes ?? 0);
      deps.onProgress?.(progress);
    },
  });
  try {
    if (!opened.ok) return opened;
    const found = await findTeam(opened.value, address.value);
    if (!found.ok) return found;
    if (found.value === null) return ok({ team: null, coes: 0, bytes, canWrite: true });
    const { tip, team } = found.value;
    const listed = await opened.value.listTree(tip);
    if (!listed.ok) return listed;
    const coes = listed.value.filter((entry) => parseTreePath(entry.path)?.is === 'coe').length;
    const pushed = await opened.value.push(address.value, { commit: tip, to: MAIN, expected: tip });
    const refused = !pushed.ok && pushed.error.kind === 'not-allowed-to-write';
    return ok({ team, coes, bytes, canWrite: !refused });
  } finally {
    if (opened.ok) await opened.value.close();
    await release();
  }
}

/**
 * Connects a library: joins the one at the address, or begins a new one there if the repository is empty. Writes
 * nothing into the library but its mark `once-team.json`; the first exchange does the rest.
 */
export async function connectTeam(request: ConnectRequest, deps: TeamDeps): Promise<Result<null, ConnectFailure>> {
  const address = addressIn(request.address, deps);
  if (!address.ok) return address;
  const folders = await teamFoldersOf(deps.teamFolder, request.library);
  const before = await readConnection(folders.connection);
  if (before?.connected === true && before.remote !== address.value.text) return fail({ kind: 'connected-already' });
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  try {
    await takeTrial(folders, deps);
    const repository = await openRepository(folders, deps);
    if (!repository.ok) return repository;
    try {
      return await connect(request, address.value, folders, repository.value, deps);
    } finally {
      await repository.value.close();
    }
  } finally {
    await release();
  }
}

async function connect(
  request: ConnectRequest,
  address: RemoteAddress,
  folders: TeamFolders,
  repository: TeamRepository,
  deps: TeamDeps,
): Promise<Result<null, ConnectFailure>> {
  const found = await findTeam(repository, address);
  if (!found.ok) return found;
  const marked = await markOf(request.library);
  if (marked !== null && found.value !== null && marked.id !== found.value.team.id)
    return fail({ kind: 'another-team-library' });
  const made = await makeLibraryFolders(request.library);
  if (!made.ok) return fail({ kind: 'library', error: made.error });
  let team = found.value?.team ?? marked;
  if (team === null) {
    const name = request.teamName === '' ? path.basename(path.resolve(request.library)) : request.teamName;
    const text = writeTeamFile(deps.newId(), name.slice(0, 200));
    const written = await replaceFile(path.join(request.library, TEAM_FILE), Buffer.from(text), async () => ok(true));
    if (!written.ok) return fail({ kind: 'library', error: written.error });
    team = readTeamFile(text);
  }
  if (found.value === null) {
    const started = await start(repository, request.me, deps);
    if (!started.ok) return started;
  }
  const writer = randomBytes(4).toString('hex');
  const connection = newConnection({
    folder: path.resolve(request.library),
    remote: address.text,
    me: request.me,
    writer,
    teamId: team?.id ?? null,
    name: team?.name ?? request.teamName,
  });
  const written = await writeConnection(folders.connection, connection);
  return written.ok ? ok(null) : fail({ kind: 'library', error: written.error });
}

/** The first commit of a new team library: how to read it without Once. */
async function start(repository: TeamRepository, me: string, deps: TeamDeps): Promise<Result<null, TeamFailure>> {
  const now = await repository.readRef(MAIN);
  if (!now.ok) return now;
  if (now.value !== null) return ok(null);
  const made = await repository.commit({
    ref: MAIN,
    parents: [],
    author: { name: me, email: 'start@once.invalid' },
    time: Math.floor(deps.clock() / 1000),
    message: 'Begin a team library',
    changes: [
      { path: 'README.md', bytes: Buffer.from(TEAM_README) },
      { path: '.gitattributes', bytes: Buffer.from(TEAM_ATTRIBUTES) },
    ],
  });
  return made.ok ? ok(null) : made;
}

/** The team library at an address; null for an empty repository. Fails for one that holds something else. */
async function findTeam(
  repository: TeamRepository,
  address: RemoteAddress,
): Promise<Result<{ tip: Parameters<TeamRepository['listTree']>[0]; team: TeamFile } | null, TeamFailure>> {
  const branches = await repository.lsRemote(address);
  if (!branches.ok) return branches;
  if (branches.value.size === 0) {
    const stale = await repository.readRef(THEIRS);
    if (!stale.ok || stale.value === null) return stale.ok ? ok(null) : stale;
    const removed = await repository.moveRef(THEIRS, null, stale.value);
    return removed.ok ? ok(null) : removed;
  }
  const fetched = await repository.fetchRef(address, { from: MAIN, to: THEIRS });
  if (!fetched.ok) return fetched;
  if (fetched.value === null) return fail({ kind: 'not-a-team-library' });
  const read = await repository.readFileAt(fetched.value, TEAM_FILE);
  if (!read.ok) return read;
  const team = read.value.ok ? readTeamFile(Buffer.from(read.value.value).toString('utf8')) : null;
  return team === null ? fail({ kind: 'not-a-team-library' }) : ok({ tip: fetched.value, team });
}

/** Takes what a trial fetched, so that it is not fetched twice. A trial of another address is only a few extra objects. */
async function takeTrial(folders: TeamFolders, deps: TeamDeps): Promise<void> {
  const trial = await teamFoldersOf(deps.teamFolder, path.join(deps.teamFolder, 'trial'));
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
export async function disconnectTeam(library: string, deps: Pick<TeamDeps, 'teamFolder'>): Promise<void> {
  const folders = await teamFoldersOf(deps.teamFolder, library);
  const found = await readConnection(folders.connection);
  if (found !== null) await writeConnection(folders.connection, { ...found, connected: false });
}
