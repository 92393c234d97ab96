import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';

import { teamFoldersOf } from './connection.ts';
import { takeTeamLock } from './team-lock.ts';

/** What has no text of a COE: how the library was connected, what git is given, and the lock. */
const WITHOUT_TEXT: ReadonlySet<string> = new Set(['connection.json', 'state', 'lock']);

/** Whether the app's data hold the repository of a library, or a damaged one of it, which are never encrypted. */
export async function hasPlainHistory(teamFolder: string, library: string): Promise<boolean> {
  const { folder } = await teamFoldersOf(teamFolder, library);
  const names = await namesWithText(folder);
  return names.ok && names.value.length > 0;
}

/**
 * Deletes the repository of a library that is not connected any more, and what else of it has text. Nothing can be read
 * from there afterwards but by whoever recovers deleted files from the disk. Safe to repeat.
 */
export async function deletePlainHistory(teamFolder: string, library: string): Promise<Result<null, AppError>> {
  const { folder } = await teamFoldersOf(teamFolder, library);
  const release = await takeTeamLock(folder);
  if (release === null) return fail({ kind: 'library-open-elsewhere' });
  try {
    const names = await namesWithText(folder);
    if (!names.ok) return names;
    // oxlint-disable-next-line no-await-in-loop -- one after the other: what fails is the first to be said
    for (const name of names.value) await rm(path.join(folder, name), { recursive: true, force: true });
    return ok(null);
  } catch (error) {
    return fail(diskError(error));
  } finally {
    await release();
  }
}

async function namesWithText(folder: string): Promise<Result<readonly string[], AppError>> {
  try {
    return ok((await readdir(folder)).filter((name) => !WITHOUT_TEXT.has(name)));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
  }
}
