import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import { type LibraryPaths, libraryPathsOf } from './library-paths.ts';

/** Makes the folders of a library, and those above it, where they are not there yet, so that they outlast a power cut. */
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

/** A folder's name stands in the one above it, and so on, up to where a folder was there already. */
async function flushAbove(folder: string, firstMade: string | null): Promise<void> {
  const above = path.dirname(folder);
  if (above === folder) return;
  if (firstMade === null || folder.length < firstMade.length) return flushIfAllowed(above);
  await flushFolder(above);
  return flushAbove(above, firstMade);
}

/** The attempt before may have made the folder and failed here. One that may not be read was not made by us. */
async function flushIfAllowed(folder: string): Promise<void> {
  try {
    await flushFolder(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM'].includes(errnoOf(error) ?? '')) throw error;
  }
}
