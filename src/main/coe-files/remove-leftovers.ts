import type { Dirent } from 'node:fs';
import { lstat, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import type { Clock } from '#domain/clock.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import { classifyFileName } from './file-names.ts';

/** Longer than any save takes, in milliseconds. */
const OLD_MS = 60_000;

/**
 * Removes temporary files left by a killed process, from folders and their subfolders. Skips files that cannot be read
 * or removed. One folder after the other, so that few files are open at once.
 */
export async function removeLeftovers(folders: readonly string[], clock: Clock): Promise<void> {
  for (const folder of folders) {
    for (const entry of await entriesOf(folder)) {
      const child = path.join(folder, entry.name);
      if (entry.isDirectory()) await removeLeftovers([child], clock);
      else if (classifyFileName(entry.name).is === 'temporary') await removeIfOld(child, clock);
    }
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await readdir(folder, { withFileTypes: true }).catch(nullOnDiskError)) ?? [];
}

async function removeIfOld(file: string, clock: Clock): Promise<void> {
  try {
    const stat = await lstat(file);
    if (stat.isFile() && clock() - stat.mtimeMs >= OLD_MS) await unlink(file);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
