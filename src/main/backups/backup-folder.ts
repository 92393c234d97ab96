import { createHash } from 'node:crypto';
import { mkdir, readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';

import { backupInstant } from '#domain/backups/backup-name.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Backup } from '#ipc/backups.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

/** The folder of one library's backups within the one the person chose, so that several libraries may share that. */
export async function backupFolderOf(chosen: string, libraryFolder: string): Promise<string> {
  // Someone who points at the folder of backups itself, on a new computer for one, means that one.
  if ((await backupNames(chosen)).length > 0) return chosen;
  const key = createHash('sha256')
    .update(await realPath(libraryFolder))
    .digest('hex')
    .slice(0, 8);
  return path.join(chosen, fileNameFor(`Once backups of ${path.basename(libraryFolder)}`, key, 'Once backups'));
}

/** The backups in a folder, newest first, without a look into them. Empty when the folder is not there. */
export async function listBackups(folder: string): Promise<Backup[]> {
  const backups: Backup[] = [];
  for (const name of (await backupNames(folder)).sort().toReversed()) {
    const at = backupInstant(name);
    const size = await sizeOf(path.join(folder, name));
    if (at !== null && size !== null) backups.push({ id: name, at, size, coeCount: null });
  }
  return backups;
}

/** Makes the folder within the chosen one, which has to be there: a drive that is unplugged is not replaced by a folder of its name. */
export async function makeBackupFolder(chosen: string, folder: string): Promise<Result<null, AppError>> {
  try {
    await stat(chosen);
    if (folder !== chosen) await mkdir(folder, { recursive: true });
    return ok(null);
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? fail({ kind: 'backup-folder-missing' }) : fail(diskError(error));
  }
}

/** Whether one folder lies in the other, links resolved. */
export async function isWithin(inner: string, outer: string): Promise<boolean> {
  const relative = path.relative(await realPath(outer), await realPath(inner));
  return relative === '' || (!relative.startsWith('..') && !path.isAbsolute(relative));
}

/** Whether two places are on one disk; false when that cannot be told. */
export async function onSameDisk(first: string, second: string): Promise<boolean> {
  try {
    return (await stat(first)).dev === (await stat(second)).dev;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return false;
  }
}

/** Whether a folder is there. */
export async function isThere(folder: string): Promise<boolean> {
  return (await sizeOf(folder)) !== null;
}

async function backupNames(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => backupInstant(name) !== null);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return [];
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

async function realPath(folder: string): Promise<string> {
  return (await realpath(folder).catch(nullOnDiskError)) ?? path.resolve(folder);
}
