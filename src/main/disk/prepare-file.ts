import { renameSync } from 'node:fs';
import { open, realpath, unlink } from 'node:fs/promises';

import { nullIfAbsent, nullOnDiskError } from './disk-error.ts';

/** A new version of a small file, on the disk under another name. One of the two has to be called. */
export type PreparedFile = {
  /** Gives it the file's name, in one short step: nothing happens between a check before it and this. */
  readonly put: () => void;
  readonly discard: () => Promise<void>;
};

/**
 * Writes and flushes a new version of a small file without keeping this thread waiting for the disk. Never twice at
 * once for one file. A link stays one, and the file it leads to is replaced. Throws a disk error, and then the old file
 * is as it was. `mode` are the permissions.
 */
export async function prepareFile(file: string, content: string, mode: number): Promise<PreparedFile> {
  const target = (await realpath(file).catch(nullIfAbsent)) ?? file;
  const temporary = `${target}.next`;
  const discard = async (): Promise<void> => void (await unlink(temporary).catch(nullOnDiskError));
  try {
    const handle = await open(temporary, 'w', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return { put: () => renameSync(temporary, target), discard };
}
