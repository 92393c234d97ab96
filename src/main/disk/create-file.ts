import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

import { nullOnDiskError } from './disk-error.ts';
import { flushFolder } from './flush-folder.ts';
import { exists, moveWithoutReplacing } from './move-file.ts';
import { temporaryName } from './temporary-name.ts';

/**
 * Creates a large file that appears whole or not at all, even after a power cut. `write` makes and checks it under a
 * temporary name in the same folder; then it is flushed and gets its name. With `overwrite` it replaces a file of that
 * name; without, EEXIST is thrown. Returns what `write` returned. Throws what `write` or the disk throws, and then
 * removes the temporary file where possible.
 */
export async function createFile<Made>(
  file: string,
  overwrite: boolean,
  write: (temporary: string) => Promise<Made>,
): Promise<Made> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName(randomUUID()));
  try {
    const made = await write(temporary);
    await flushFile(temporary);
    if (!overwrite && (await exists(file))) throw Object.assign(new Error('There is one already'), { code: 'EEXIST' });
    await (overwrite ? rename(temporary, file) : moveWithoutReplacing(temporary, file));
    await flushFolder(folder);
    return made;
  } catch (error) {
    await unlink(temporary).catch(nullOnDiskError);
    throw error;
  }
}

async function flushFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
