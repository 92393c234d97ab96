import { renameSync } from 'node:fs';
import { mkdir, open, readdir, realpath, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { nullIfAbsent, nullOnDiskError } from './disk-error.ts';
import { processExists } from './process-exists.ts';
import { renameWithPatience } from './rename-patience.ts';

/** The id of the process that writes is in the name, so that two do not write into one file. */
const UNFINISHED = /^\.(\d+)\.next$/;
/** What electron-store calls a new version, with digits of the time and of chance, but none of the process. */
const UNFINISHED_BY_STORE = /^\.tmp-\d{10}[\da-f]{6}$/;
/**
 * A new version this old is not being written any more, whatever its process does. Another computer may share the folder
 * and sleep meanwhile.
 */
const OLD_MS = 24 * 60 * 60_000;

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

/**
 * Removes new versions of a file that were never finished, because their process was killed. One stays while a process
 * with its id runs on this computer, and for a day, since the process may be on another one. Those of electron-store name
 * no process, and stay for a day. A disk error is ignored: the next start tries again. `now` is in milliseconds.
 */
export async function removeUnfinished(file: string, now: number): Promise<void> {
  const target = (await realpath(file).catch(nullOnDiskError)) ?? file;
  const { dir: folder, base } = path.parse(target);
  for (const name of (await readdir(folder).catch(nullOnDiskError)) ?? []) {
    const ending = name.startsWith(base) ? name.slice(base.length) : '';
    const [, id] = UNFINISHED.exec(ending) ?? [];
    if (id === undefined && !UNFINISHED_BY_STORE.test(ending)) continue;
    const unfinished = path.join(folder, name);
    // oxlint-disable-next-line no-await-in-loop -- there is hardly ever one
    const found = await stat(unfinished).catch(nullOnDiskError);
    const isOld = found !== null && now - found.mtimeMs > OLD_MS;
    // An old one with the id of this process is of an earlier process that had it.
    const mayBeWritten = id !== undefined && Number(id) !== process.pid && processExists(Number(id));
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (isOld && !mayBeWritten) await unlink(unfinished).catch(nullOnDiskError);
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
