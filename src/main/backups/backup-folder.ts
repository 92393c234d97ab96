import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { backupInstant, backupName } from '#domain/backups/backup-name.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Backup } from '#ipc/backups.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

/** The path of a library's own backup folder inside the chosen one, which several libraries may share. */
export async function backupFolderOf(chosen: string, libraryFolder: string): Promise<string> {
  // The person may choose the backup folder itself, for example on a new computer.
  if ((await backupNames(chosen)).length > 0) return chosen;
  const key = createHash('sha256')
    .update(await realPath(libraryFolder))
    .digest('hex')
    .slice(0, 8);
  return path.join(chosen, fileNameFor(`Once backups of ${path.basename(libraryFolder)}`, key, 'Once backups'));
}

/**
 * Lists the backups in a folder, newest first, without opening them: `coeCount` is null. Empty if the folder cannot be
 * read.
 */
export async function listBackups(folder: string): Promise<Backup[]> {
  const backups: Backup[] = [];
  for (const name of (await backupNames(folder)).sort().toReversed()) {
    const at = backupInstant(name);
    const size = await sizeOf(path.join(folder, name));
    if (at !== null && size !== null) backups.push({ id: name, at, size, coeCount: null });
  }
  return backups;
}

/**
 * Creates the backup folder. Fails with `backup-folder-missing` if the chosen folder does not exist, so that an
 * unplugged drive is not replaced by a folder of the same name.
 */
export async function makeBackupFolder(chosen: string, folder: string): Promise<Result<null, AppError>> {
  try {
    await stat(chosen);
    if (folder !== chosen) await mkdir(folder, { recursive: true });
    return ok(null);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? fail({ kind: 'backup-folder-missing' }) : fail(diskError(error));
  }
}

/**
 * The path of a new backup made at an instant in milliseconds. The name goes to the second; where another backup has it,
 * that of the next free second is taken, so that names still sort by time.
 */
export async function newBackupFile(folder: string, epochMs: number): Promise<string> {
  const file = path.join(folder, backupName(epochMs));
  return (await isThere(file)) ? newBackupFile(folder, epochMs + 1000) : file;
}

/** Whether `inner` is `outer` or inside it, with symbolic links resolved. */
export async function isWithin(inner: string, outer: string): Promise<boolean> {
  const relative = path.relative(await realPath(outer), await realPath(inner));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

/** Whether two paths are on the same disk; false if either cannot be read. */
export async function onSameDisk(first: string, second: string): Promise<boolean> {
  try {
    return (await stat(first)).dev === (await stat(second)).dev;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return false;
  }
}

/** Whether a path exists and can be read. */
export async function isThere(folder: string): Promise<boolean> {
  return (await sizeOf(folder)) !== null;
}

/** Deletes the backups with these names, and no other files. Ignores disk errors. */
export async function removeBackups(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    if (backupInstant(name) === null) continue;
    // oxlint-disable-next-line no-await-in-loop -- one at a time, for safety
    await unlink(path.join(folder, name)).catch(nullOnDiskError);
  }
}

async function backupNames(folder: string): Promise<string[]> {
  const names = (await readdir(folder).catch(nullOnDiskError)) ?? [];
  return names.filter((name) => backupInstant(name) !== null);
}

async function sizeOf(file: string): Promise<number | null> {
  return (await stat(file).catch(nullOnDiskError))?.size ?? null;
}

async function realPath(folder: string): Promise<string> {
  return (await realpath(folder).catch(nullOnDiskError)) ?? path.resolve(folder);
}
