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
 * Moves a file from `folder`, by default that of the COEs, to the quarantine, with a number added if its name is taken.
 * Returns its name there.
 */
export async function quarantineFile(
  paths: LibraryPaths,
  nameOnDisk: string,
  folder = paths.coes,
): Promise<Result<string, AppError>> {
  try {
    await makeFolder(paths);
    const aside = await freePath(paths.quarantine, nameOnDisk);
    await moveWithoutReplacing(pathInFolder(folder, nameOnDisk), aside);
    await flushFolder(paths.quarantine);
    await flushFolder(folder);
    return ok(path.basename(aside));
  } catch (error) {
    return fail(errnoOf(error) === 'EEXIST' ? { kind: 'exists-already' } : diskError(error));
  }
}

/**
 * Moves a file back from the quarantine, to a name in the folder of COEs. Fails with `not-found` if it is gone, and
 * with `exists-already` rather than replace a file.
 */
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
  // oxlint-disable-next-line no-await-in-loop -- stops at the first free name
  for (let number = 2; await exists(free); number += 1) free = path.join(folder, `${stem}-${number}${ext}`);
  return free;
}

/**
 * Creates the quarantine folder if missing, and flushes the library folder each time. Never recreates a library that is
 * gone.
 */
async function makeFolder({ folder, quarantine }: LibraryPaths): Promise<void> {
  try {
    await mkdir(quarantine);
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw error;
  }
  await flushFolder(folder);
}
