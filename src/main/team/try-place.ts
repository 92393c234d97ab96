import { access, constants, rm, stat } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { Oid } from '#domain/team/oid.ts';
import type { RemoteAddress } from '#domain/team/remote-address.ts';
import type { TeamFile } from '#domain/team/team-file.ts';
import { parseTreePath } from '#domain/team/tree-paths.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';

import { MAIN } from './branch.ts';
import type { TeamFolders } from './connection.ts';
import { fetchBundles, findTeamAt } from './find-team.ts';
import type { CallOptions, TeamRepository, WaitsFor } from './git/team-repository.ts';
import { addressIn, type ConnectFailure, inFolder, type MeetingPlace, type Remote, remoteIn } from './meeting-place.ts';
import { bundlePath, findBundles, readSharedFolder } from './shared-folder.ts';
import { commitStart } from './start-commit.ts';
import type { TeamFailure } from './team-failure.ts';
import { openRepository } from './ready-repository.ts';
import type { TeamDeps } from './team-deps.ts';
import { takeTeamLock } from './team-lock.ts';
import { trialFoldersOf } from './trial-place.ts';

/** What trying an address found. `team` is null for an empty repository; `bytes` is what was received. */
export type Trial = {
  readonly team: TeamFile | null;
  readonly coes: number;
  readonly bytes: number;
  readonly canWrite: boolean;
};

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
  const folders = await trialFoldersOf(deps.teamFolder);
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  let isFound = false;
  try {
    await rm(folders.gitDir, { recursive: true, force: true });
    const tried = await tryRemote(remote.value, folders, deps, options);
    isFound = tried.ok;
    return tried;
  } finally {
    // What a try that failed has fetched is of no use to anybody.
    if (!isFound) await rm(folders.gitDir, { recursive: true, force: true }).catch(nullOnDiskError);
    await release();
  }
}

async function tryRemote(
  remote: Remote,
  folders: TeamFolders,
  deps: TeamDeps,
  options: CallOptions,
): Promise<Result<Trial, ConnectFailure>> {
  let bytes = 0;
  const opened = await openRepository(folders, {
    ...deps,
    onProgress: (progress) => {
      bytes = Math.max(bytes, progress.bytes ?? 0);
      deps.onProgress?.(progress);
    },
  });
  if (!opened.ok) return opened;
  try {
    if (remote.is === 'folder') {
      const { folder } = remote;
      return await inFolder(options, (waits) => tryFolder(opened.value, folder, deps, options, waits));
    }
    const { address } = remote;
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
    await opened.value.close();
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
  // One's changes wait for approval then.
  if (pushed.ok || pushed.error.kind === 'push-protected') return ok(true);
  return pushed.error.kind === 'not-allowed-to-write' ? ok(false) : pushed;
}

/** Where a commit is that only asks whether it might be pushed. */
const TRIAL = 'refs/once/trial';

/** Lets the person sign in at an address, with the help of their credential helper. */
export async function signIn(
  text: string,
  deps: TeamDeps,
  options: CallOptions = {},
): Promise<Result<null, ConnectFailure>> {
  const address = addressIn(text, deps);
  if (!address.ok) return address;
  const folders = await trialFoldersOf(deps.teamFolder);
  const release = await takeTeamLock(folders.folder);
  if (release === null) return fail({ kind: 'busy' });
  try {
    const opened = await openRepository(folders, deps);
    if (!opened.ok) return opened;
    const signedIn = await opened.value.signIn(address.value, options);
    await opened.value.close();
    return signedIn;
  } finally {
    await rm(folders.gitDir, { recursive: true, force: true }).catch(nullOnDiskError);
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
