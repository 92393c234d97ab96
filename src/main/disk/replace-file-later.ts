import { renameSync } from 'node:fs';
import { mkdir, open, realpath, unlink } from 'node:fs/promises';
import path from 'node:path';

import { nullIfAbsent, nullOnDiskError } from './disk-error.ts';
import { renameWithPatience } from './rename-patience.ts';

/** How to replace a file later. `mode` are the permissions. */
export type LaterReplacement = {
  readonly mode: number;
  /** Asked just before the rename. If the new version is no longer wanted, the old one stays. */
  readonly isWanted: () => boolean;
  /** Called in the same step as the rename: nothing happens between `isWanted` and this. */
  readonly onReplaced: () => void;
  /** Tries the rename until it succeeds or there is no hope. */
  readonly patience?: (rename: () => Promise<void> | void) => Promise<void>;
};

/**
 * Replaces a small file with a flushed new version without keeping this thread waiting for the disk. In one process,
 * never twice at once for one file. A link stays one, and the file it leads to is replaced. A folder that is gone is
 * made again. Throws a disk error, and then the old file is as it was.
 */
export async function replaceFileLater(
  file: string,
  content: string,
  { mode, isWanted, onReplaced, patience = renameWithPatience }: LaterReplacement,
): Promise<void> {
  const target = (await realpath(file).catch(nullIfAbsent)) ?? file;
  const temporary = `${target}.${process.pid}.next`;
  let isReplaced = false;
  const replaceIfWanted = (): void => {
    if (!isWanted()) return;
    renameSync(temporary, target);
    isReplaced = true;
    onReplaced();
  };
  try {
    await writeNew(temporary, content, mode);
    await patience(replaceIfWanted);
  } finally {
    if (!isReplaced) await unlink(temporary).catch(nullOnDiskError);
  }
}

async function writeNew(file: string, content: string, mode: number): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const handle = await open(file, 'w', mode);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
