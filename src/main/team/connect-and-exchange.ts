import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import { TEAM_FILE } from '#domain/team/tree-paths.ts';
import type { AppError } from '#ipc/app-error.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { exists } from '#main/disk/move-file.ts';

import { type ConnectRequest, connectTeam } from './connect-team.ts';
import { hasConnection, type TeamFolders, teamFoldersOf } from './connection.ts';
import { copyLibrary } from './copy-library.ts';
import type { ConnectFailure } from './meeting-place.ts';
import type { TeamDeps } from './team-deps.ts';
import { type OpenFailure, openTeamLibrary } from './team-library.ts';
import { takeTeamLock } from './team-lock.ts';

/** What to connect. `copyOf` is the folder of a library that is copied there first; null to begin with nothing. */
export type FirstExchange = ConnectRequest & { readonly copyOf: string | null };

/** Why it was not connected. `copy`: the library could not be copied. */
export type FirstExchangeFailure = ConnectFailure | OpenFailure | { readonly kind: 'copy'; readonly error: AppError };

/**
 * Connects a folder and exchanges once. When it is not connected, or that was cancelled, all is as it was: a library that
 * was connected before still is, a folder that was empty is empty again, and another try starts anew. What was sent by
 * then stays with the team, and an exchange that fails for another reason goes on later.
 */
export async function connectAndExchange(
  request: FirstExchange,
  deps: TeamDeps,
  signal: AbortSignal,
): Promise<Result<null, FirstExchangeFailure>> {
  const folders = await teamFoldersOf(deps.teamFolder, request.library);
  const before = {
    connection: await readFile(folders.connection).catch(nullOnDiskError),
    hasHistory: (await hasConnection(folders)) && ((await isThere(folders.gitDir)) || (await isThere(folders.agreed))),
    names: await namesIn(request.library),
  };
  if (request.copyOf !== null) {
    const copied = await copyLibrary(request.copyOf, request.library);
    if (!copied.ok) {
      await undo(request.library, folders, before, { isConnected: false });
      return fail({ kind: 'copy', error: copied.error });
    }
  }
  const connected = await connectTeam(request, deps, { signal });
  if (!connected.ok) {
    await undo(request.library, folders, before, { isConnected: false });
    return connected;
  }
  const opened = await openTeamLibrary(request.library, deps);
  if (!opened.ok) {
    await undo(request.library, folders, before, { isConnected: true });
    return opened;
  }
  await opened.value.exchange(signal).finally(opened.value.close);
  if (!signal.aborted) return ok(null);
  await undo(request.library, folders, before, { isConnected: true });
  return fail({ kind: 'cancelled' });
}

/**
 * What was there before. `connection` are the bytes of its file, whether or not this version can read them; null if there
 * was none. `hasHistory` is whether the connection had a repository, or what was agreed. `names` are those in the folder; null if
 * there was no folder.
 */
type Before = {
  readonly connection: Buffer | null;
  readonly hasHistory: boolean;
  readonly names: readonly string[] | null;
};

/** Makes the folder and the app's data as they were. Another process that has the library meanwhile keeps it. */
async function undo(
  library: string,
  folders: TeamFolders,
  before: Before,
  { isConnected }: { readonly isConnected: boolean },
): Promise<void> {
  const release = await takeTeamLock(folders.folder);
  if (release === null) return;
  try {
    if (isConnected && before.connection === null) await remove(folders.connection);
    if (isConnected && before.connection !== null)
      await replaceFile(folders.connection, before.connection, async () => ok(true), 0o600);
    // They belong to files that may be gone in a moment. Those of before may hold comments that nobody else has.
    if (!before.hasHistory) for (const place of [folders.agreed, folders.gitDir]) await remove(place);
    if (before.names === null || before.names.length === 0) {
      const { coes, trash, questions, patterns, attachments } = libraryPathsOf(library);
      for (const place of [path.join(library, TEAM_FILE), coes, trash, questions, patterns, attachments])
        // oxlint-disable-next-line no-await-in-loop -- what Once made there, one after the other
        await remove(place);
    }
    // Stays if somebody else put something there.
    if (before.names === null) await rmdir(library).catch(nullOnDiskError);
  } finally {
    await release();
  }
}

/** Removes a file or folder. Ignores disk errors: what is left is empty, or used by nothing. */
const remove = (place: string): Promise<unknown> => rm(place, { recursive: true, force: true }).catch(nullOnDiskError);

/** Whether there is such a file or folder. One that cannot be looked at is there. */
const isThere = (place: string): Promise<boolean> =>
  exists(place).catch((error: unknown) => {
    if (errnoOf(error) === null) throw error;
    return true;
  });

/** The names in a folder; null if there is none. One that cannot be read is not empty. */
async function namesIn(folder: string): Promise<readonly string[] | null> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return errnoOf(error) === 'ENOENT' ? null : [''];
  }
}
