import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { pathInFolder } from '#main/disk/path-in-folder.ts';
import { exists, moveWithoutReplacing } from '#main/disk/move-file.ts';

import type { LibraryPaths } from './library-paths.ts';

/**
 * Moves a file of the folder of COEs to the folder of what was settled, under its own name or the next that is free. Answers the name
 * it has there.
 */
export async function quarantineFile(paths: LibraryPaths, nameOnDisk: string): Promise<Result<string, AppError>> {
  try {
    await makeFolder(paths);
    const aside = await freePath(paths.quarantine, nameOnDisk);
    await moveWithoutReplacing(pathInFolder(paths.coes, nameOnDisk), aside);
    await flushFolder(paths.quarantine);
    await flushFolder(paths.coes);
    return ok(path.basename(aside));
  } catch (error) {
    return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
  }
}

/** Moves a file back from there, under the name it had, never over another. */
export async function restoreFromQuarantine(
  paths: LibraryPaths,
  aside: string,
  nameOnDisk: string,
): Promise<Result<null, AppError>> {
  try {
    await moveWithoutReplacing(pathInFolder(paths.quarantine, aside), pathInFolder(paths.coes, nameOnDisk));
    await flushFolder(paths.coes);
    await flushFolder(paths.quarantine);
    return ok(null);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return fail({ kind: 'not-found' });
    return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
  }
}

async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = path.parse(name);
  let free = path.join(folder, name);
  // oxlint-disable-next-line no-await-in-loop -- each name is tried once the one before is known to be taken
  for (let number = 2; await exists(free); number += 1) free = path.join(folder, `${stem}-${number}${ext}`);
  return free;
}

/** Made when first needed, and flushed each time. Not the folders above it: a library that is gone stays gone. */
async function makeFolder({ folder, quarantine: setAside }: LibraryPaths): Promise<void> {
  try {
    await mkdir(setAside);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await flushFolder(folder);
}
