import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { nullOnDiskError } from './disk-error.ts';

/**
 * Writes a cache, and its folder if there is none. A reader never sees half a file, but it is not flushed: after a power
 * cut the file may hold anything, so a cache needs a checksum. Does nothing when the disk refuses.
 */
export async function writeCacheFile(file: string, content: string | Uint8Array): Promise<void> {
  const write = async (): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  };
  await write().catch(nullOnDiskError);
}
