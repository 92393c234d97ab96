import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { nullOnDiskError } from './disk-error.ts';

/**
 * Writes a cache file and creates its folder if needed. A reader never sees half a file. But the file is not flushed,
 * so a power cut may leave it with any content: a cache needs a checksum. Ignores disk errors.
 */
export async function writeCacheFile(file: string, content: string | Uint8Array): Promise<void> {
  const write = async (): Promise<void> => {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(`${file}.new`, content);
    await rename(`${file}.new`, file);
  };
  await write().catch(nullOnDiskError);
}
