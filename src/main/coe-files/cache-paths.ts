import { createHash } from 'node:crypto';
import { open, readdir, realpath, rm } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { ENCRYPTED_CACHE_MAGIC } from '#main/encryption/encrypted-cache.ts';

/** The cache files of one library. They may be deleted at any time. */
export type CachePaths = {
  readonly catalogue: string;
  readonly index: string;
  readonly vectors: string;
  readonly firstRows: string;
};

/**
 * The cache folder of a library. Its name is a hash of the library's real path, so that all paths to one folder share
 * it.
 */
export async function cacheFolderOf(cacheFolder: string, libraryFolder: string): Promise<string> {
  return path.join(cacheFolder, await libraryKeyOf(libraryFolder));
}

/** The cache files of a library, in its cache folder. */
export async function cachePathsOf(cacheFolder: string, libraryFolder: string): Promise<CachePaths> {
  const folder = await cacheFolderOf(cacheFolder, libraryFolder);
  return {
    catalogue: path.join(folder, 'catalogue.ndjson'),
    index: path.join(folder, 'search.bin'),
    vectors: path.join(folder, 'meaning.bin'),
    firstRows: path.join(folder, 'first-rows.json'),
  };
}

/** The name for a library's data on this computer: 32 hex characters, the same for every path to its folder. */
export async function libraryKeyOf(libraryFolder: string): Promise<string> {
  const real = await realPath(libraryFolder);
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

/** Removes caches written before the library was encrypted, perhaps on another computer. Ignores disk errors. */
export async function removePlainCaches(folder: string): Promise<void> {
  try {
    for (const name of await readdir(folder)) {
      const file = path.join(folder, name);
      if (!(await beginsSealed(file))) await rm(file, { recursive: true, force: true });
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

async function beginsSealed(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const start = Buffer.alloc(ENCRYPTED_CACHE_MAGIC.length);
    await handle.read(start, 0, start.length, 0);
    return ENCRYPTED_CACHE_MAGIC.equals(start);
  } finally {
    await handle.close();
  }
}

async function realPath(folder: string): Promise<string> {
  const full = path.resolve(folder);
  const real = await realpath(full).catch(nullOnDiskError);
  if (real !== null) return real;
  const above = path.dirname(full);
  return above === full ? full : path.join(await realPath(above), path.basename(full));
}
