import { createHash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from './disk-fault.ts';

/** Where the caches of one library lie. They may be deleted at any time. */
export type CachePlaces = { readonly catalogue: string; readonly index: string; readonly firstRows: string };

/** A folder of its own for each library, named by a hash of its real path, so that two ways to one folder share it. */
export async function cachePlacesOf(cacheFolder: string, libraryFolder: string): Promise<CachePlaces> {
  const name = await libraryKeyOf(libraryFolder);
  return {
    catalogue: path.join(cacheFolder, name, 'catalogue.ndjson'),
    index: path.join(cacheFolder, name, 'search.bin'),
    firstRows: path.join(cacheFolder, name, 'first-rows.json'),
  };
}

/** A name for what this computer keeps of a library, the same however its folder is reached. */
export async function libraryKeyOf(libraryFolder: string): Promise<string> {
  const real = await realPath(libraryFolder);
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

async function realPath(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return path.resolve(folder);
  }
}
