import { randomBytes } from 'node:crypto';
import { access, constants, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import { type AddressProblem, parseRemoteAddress, type RemoteAddress } from '#domain/team/remote-address.ts';
import { readTeamFile, TEAM_ATTRIBUTES, TEAM_README, type TeamFile, writeTeamFile } from '#domain/team/team-file.ts';
import { parseTreePath, TEAM_FILE } from '#domain/team/tree-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { createTimeLimit } from '#main/disk/time-limit.ts';

import { MAIN, SHARED } from './branch.ts';
import { newConnection, readConnection, type TeamFolders, teamFoldersOf, writeConnection } from './connection.ts';
import type { CallOptions, TeamRepository, WaitsFor } from './git/team-repository.ts';
import { openFolderTransport, SILENT_MS } from './folder-transport.ts';
import {
  beginSharedFolder,
  bundlePath,
  checkSharedFolder,
  failureOfFolder,
  findBundles,
  readSharedFolder,
  type SharedFolderProblem,
} from './shared-folder.ts';
import type { TeamFailure } from './team-failure.ts';
import { allowsLoopback, openRepository, type TeamDeps } from './team-library.ts';
import { takeTeamLock } from './team-lock.ts';

/** Why a library was not connected. */
export type ConnectFailure =
  | TeamFailure
  | { readonly kind: 'address'; readonly problem: AddressProblem }
  | { readonly kind: 'shared-folder'; readonly problem: SharedFolderProblem }
  | { readonly kind: 'busy' }
  | { readonly kind: 'connected-already' };

/** Where a team meets, as a person gave it: the address of a repository, or the full path of a shared folder. */
export type MeetingPlace = string | { readonly sharedFolder: string };

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

/** A place that was read: an address that git may get, or a folder that may be shared. */
type Remote =
  | { readonly is: 'server'; readonly address: RemoteAddress }
  | { readonly is: 'folder'; readonly folder: string };

/** Works in a shared folder, whose disk may never answer. */
async function inFolder<Value, Failure>(
  options: CallOptions,
  work: (waits: WaitsFor) => Promise<Result<Value, Failure>>,
): Promise<Result<Value, Failure | TeamFailure>> {
  const limit = createTimeLimit(SILENT_MS);
  try {
    return await work((read) => limit.run(read, options));
  } catch (error) {
    return fail(failureOfFolder(error));
  }
}

async function remoteIn(
  place: MeetingPlace,
  deps: TeamDeps,
  options: CallOptions,
): Promise<Result<Remote, ConnectFailure>> {
  if (typeof place === 'string') {
    const address = addressIn(place, deps);
    return address.ok ? ok({ is: 'server', address: address.value }) : address;
  }
  const { sharedFolder } = place;
  return inFolder<Remote, ConnectFailure>(options, async (waits) => {
    const problem = await waits(() => checkSharedFolder(sharedFolder));
    return problem === null
      ? ok({ is: 'folder', folder: path.resolve(sharedFolder) })
      : fail({ kind: 'shared-folder', problem });
  });
}

/** The text of a remote, which names it in a connection. */
const textOf = (remote: Remote): string => (remote.is === 'server' ? remote.address.text : remote.folder);

/**
 * Tries an address or a shared folder: fetches the library into a place of its own, from which connecting takes it, and
 * asks whether this person may write.
 */
export async function tryAddress(
  place: MeetingPlace,
  deps: TeamDeps,
  options: CallOptions = {},
): Promise<Result<Trial, ConnectFailure>> {
  const remote = await remoteIn(place, deps, options);
  if (!remote.ok) return remote;
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
    if (remote.value.is === 'folder') {
      const { folder } = remote.value;
      return await inFolder(options, (waits) => tryFolder(opened.value, folder, deps, options, waits));
    }
    const { address } = remote.value;
    const found = await findTeamAt(opened.value, address, options);
    if (!found.ok) return found;
    if (found.value === null) {
      const asked = await mayBegin(opened.value, address, deps, options);
      return asked.ok ? ok({ team: null, coes: 0, bytes, canWrite: asked.value }) : asked;
    }
    const { tip, team } = found.value;
    const coes = await countCoes(opened.value, [tip]);
    if (!coes.ok) return coes;
    const pushed = await opened.value.push(
      address,
      { commit: tip, to: MAIN, expected: tip },
      { ...options, isTrial: true },
    );
    if (!pushed.ok && !ANSWERS.has(pushed.error.kind)) return pushed;
    const canWrite = pushed.ok || pushed.error.kind === 'push-race' || pushed.error.kind === 'push-protected';
    return ok({ team, coes: coes.value, bytes, canWrite });
  } finally {
    if (opened.ok) await opened.value.close();
    await release();
  }
}

/** The failures of a trial push that say whether this person may write where they may read. */
const ANSWERS: ReadonlySet<TeamFailure['kind']> = new Set<TeamFailure['kind']>([
  'push-race',
  'push-protected',
  'not-allowed-to-write',
  'no-repository',
  'credentials-needed',
  'key-refused',
]);

/** Whether this person may write into an empty repository. Nothing is sent there. */
async function mayBegin(
  repository: TeamRepository,
  address: RemoteAddress,
  deps: TeamDeps,
  options: CallOptions,
): Promise<Result<boolean, TeamFailure>> {
  const made = await commitStart(repository, TRIAL, 'Once', deps);
  if (!made.ok) return made;
  const pushed = await repository.push(
    address,
    { commit: made.value, to: MAIN, expected: null },
    { ...options, isTrial: true },
  );
  // Connecting takes this repository, and begins the history again under the name of the person.
  const removed = await repository.moveRef(TRIAL, null, made.value);
  if (!removed.ok) return removed;
  if (pushed.ok) return ok(true);
  return pushed.error.kind === 'not-allowed-to-write' ? ok(false) : pushed;
}

/** Lets the person sign in at an address, with the help of their credential helper. */
export async function signIn(
  text: string,
  deps: TeamDeps,
  options: CallOptions = {},
): Promise<Result<null, ConnectFailure>> {
  const address = addressIn(text, deps);
  if (!address.ok) return address;
  const folders = await teamFoldersOf(deps.teamFolder, path.join(deps.teamFolder, 'trial'));
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  try {
    const opened = await openRepository(folders, deps);
    if (!opened.ok) return opened;
    const signedIn = await opened.value.signIn(address.value, options);
    await opened.value.close();
    return signedIn;
  } finally {
    await release();
  }
}

/** Reads what is in a shared folder, and writes nothing there. */
async function tryFolder(
  repository: TeamRepository,
  folder: string,
  deps: TeamDeps,
  options: CallOptions,
  waits: WaitsFor,
): Promise<Result<Trial, TeamFailure>> {
  const canWrite = await waits(() =>
    access(folder, constants.W_OK).then(
      () => true,
      () => false,
    ),
  );
  const team = await waits(() => readSharedFolder(folder));
  if (!team.ok) return team;
  if (team.value === null) return ok({ team: null, coes: 0, bytes: 0, canWrite });
  const tips = await fetchBundles(repository, folder, team.value.id, deps, options);
  if (!tips.ok) return tips;
  const coes = await countCoes(repository, tips.value);
  const found = await waits(() => findBundles(folder));
  if (!coes.ok) return coes;
  if (!found.ok) return found;
  const files = [...found.value.byWriter.values()].flat();
  const sizes = await waits(() =>
    Promise.all(
      files.map(async (file) => (await stat(path.join(folder, bundlePath(file))).catch(nullOnDiskError))?.size ?? 0),
    ),
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return ok({ team: team.value, coes: coes.value, bytes, canWrite });
}

/** Fetches what everybody has put into a shared folder: the commits to merge. */
async function fetchBundles(
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

/** How many COEs are in any of some commits. */
async function countCoes(repository: TeamRepository, tips: readonly Oid[]): Promise<Result<number, TeamFailure>> {
  const paths = new Set<string>();
  for (const tip of tips) {
    // oxlint-disable-next-line no-await-in-loop -- one tree after the other, so that few are in memory
    const listed = await repository.listTree(tip);
    if (!listed.ok) return listed;
    for (const entry of listed.value) if (parseTreePath(entry.path)?.is === 'coe') paths.add(entry.path);
  }
  return ok(paths.size);
}

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
    const isBroken = before?.failure?.kind === 'repository-broken';
    if (isBroken) await putAside(folders.gitDir, deps.clock());
    // What was agreed holds for that repository and those files. Without it, both are compared, and nothing counts as
    // deleted or as shared.
    if (isBroken || (await markOf(request.library)) === null) await rm(folders.agreed, { force: true });
    await takeTrial(folders, deps);
    const repository = await openRepository(folders, deps);
    if (!repository.ok) return repository;
    try {
      return await connect(request, remote.value, folders, repository.value, deps, options);
    } finally {
      await repository.value.close();
    }
  } finally {
    await release();
  }
}

async function connect(
  request: ConnectRequest,
  remote: Remote,
  folders: TeamFolders,
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

/** Where a commit is that only asks whether it might be pushed. */
const TRIAL = 'refs/once/trial';

const commitStart = (
  repository: TeamRepository,
  ref: string,
  name: string,
  deps: TeamDeps,
): Promise<Result<Oid, TeamFailure>> =>
  repository.commit({
    ref,
    parents: [],
    author: { name, email: 'start@once.invalid' },
    time: Math.floor(deps.clock() / 1000),
    message: 'Begin a team library',
    changes: [
      { path: 'README.md', bytes: Buffer.from(TEAM_README) },
      { path: '.gitattributes', bytes: Buffer.from(TEAM_ATTRIBUTES) },
    ],
  });

function newTeam({ library, teamName }: ConnectRequest, deps: TeamDeps): Pick<TeamFile, 'id' | 'name'> {
  const name = teamName === '' ? path.basename(path.resolve(library)) : teamName;
  return { id: deps.newId(), name: name.slice(0, 200) };
}

/** A team library that is there. A shared folder may not have its first bundle yet; then there is no `tip`. */
type FoundTeam = { readonly team: TeamFile; readonly tip?: Oid };

/** The team library in a shared folder; null if none is begun there. Forgets what was shared in another place. */
async function findTeamIn(
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
async function findTeamAt(
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

/** Moves a damaged repository out of the way; the library's folder has what was not shared. Ignores disk errors. */
async function putAside(gitDir: string, now: number): Promise<void> {
  await rename(gitDir, `${gitDir}.damaged-${now}`).catch(nullOnDiskError);
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
  if (found?.connected === true) await writeConnection(folders.connection, { ...found, connected: false });
}
