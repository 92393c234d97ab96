import { createHash } from 'node:crypto';
import { open, readdir, realpath, rm } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { ENCRYPTED_CACHE_MAGIC } from '#main/encryption/encrypted-cache.ts';

/** Where the caches of one library lie. They may be deleted at any time. */
export type CachePaths = { readonly catalogue: string; readonly index: string; readonly firstRows: string };

/** A folder of its own for each library, named by a hash of its real path, so that two ways to one folder share it. */
export async function cacheFolderOf(cacheFolder: string, libraryFolder: string): Promise<string> {
  return path.join(cacheFolder, await libraryKeyOf(libraryFolder));
}

/** The files in it. */
export async function cachePathsOf(cacheFolder: string, libraryFolder: string): Promise<CachePaths> {
  const folder = await cacheFolderOf(cacheFolder, libraryFolder);
  return {
    catalogue: path.join(folder, 'catalogue.ndjson'),
    index: path.join(folder, 'search.bin'),
    firstRows: path.join(folder, 'first-rows.json'),
  };
}

/** A name for what this computer keeps of a library, the same however its folder is reached. */
export async function libraryKeyOf(libraryFolder: string): Promise<string> {
  const real = await realPath(libraryFolder);
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

/** Removes what was cached of an encrypted library before it was encrypted, as when that was done on another computer. */
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
  return (await realpath(folder).catch(nullOnDiskError)) ?? path.resolve(folder);
}
