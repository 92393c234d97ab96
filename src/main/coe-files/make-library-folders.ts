import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import { type LibraryPaths, libraryPathsOf } from './library-paths.ts';

/**
 * Creates the folders of a library and their parents where missing, and flushes them. Returns the paths of a library
 * that is not encrypted.
 */
export async function makeLibraryFolders(folder: string): Promise<Result<LibraryPaths, AppError>> {
  const paths = libraryPathsOf(folder);
  try {
    const first = await mkdir(paths.coes, { recursive: true });
    await mkdir(paths.trash, { recursive: true });
    await flushFolder(folder);
    await flushAbove(path.resolve(folder), first === undefined ? null : path.resolve(first));
    return ok(paths);
  } catch (error) {
    return fail(diskError(error));
  }
}

/**
 * Creates a folder directly in the folder of a library, or in one of its folders, if it is missing. Fails with
 * `library-missing` if the library's own folder is gone, which is never created here.
 */
export async function makeFolderInLibrary(
  paths: Pick<LibraryPaths, 'folder'>,
  folder: string,
): Promise<Result<null, AppError>> {
  try {
    await mkdir(folder).catch(ignoreExisting);
    // Flushed each time, since an earlier attempt may have created the folder and failed here.
    await flushFolder(paths.folder);
    return ok(null);
  } catch (error) {
    return fail(errnoOf(error) === 'ENOENT' ? { kind: 'library-missing' } : diskError(error));
  }
}

function ignoreExisting(error: unknown): void {
  if (errnoOf(error) !== 'EEXIST') throw error;
}

/**
 * Flushes the parent of each created folder, up to one that already existed, since a folder's name is stored in its
 * parent.
 */
async function flushAbove(folder: string, firstMade: string | null): Promise<void> {
  const above = path.dirname(folder);
  if (above === folder) return;
  if (firstMade === null || folder.length < firstMade.length) return flushIfAllowed(above);
  await flushFolder(above);
  return flushAbove(above, firstMade);
}

/**
 * Flushes the parent of a folder that existed: an earlier attempt may have created the folder and failed here. A parent
 * that is not readable was not created by the app, so that error is ignored.
 */
async function flushIfAllowed(folder: string): Promise<void> {
  try {
    await flushFolder(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
  }
}
