import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, stat, unlink, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { withFileLock } from '#main/disk/file-lock.ts';
import { exists, isLinkUnsupported } from '#main/disk/move-file.ts';
import { processExists } from '#main/disk/process-exists.ts';
import { temporaryName } from '#main/disk/temporary-name.ts';

/** Lets go of the lock. */
export type ReleaseTeamLock = () => Promise<void>;

/**
 * The locks that this thread holds. One with the id of this process in its file is otherwise of an earlier process with
 * that id, or of a thread that died. Main and the thread that exchanges are kept off one folder by their order: tries
 * and the removal of what they fetched take turns, and a library is closed before its history is deleted.
 */
const held = new Set<string>();

/**
 * Takes the lock of a team library on this computer, so that the app and the command line never write its repository at
 * once. Null when another running process has it. The lock of a process that has ended is taken over. Tests hand in a
 * `makeLink` that fails.
 */
export async function takeTeamLock(folder: string, makeLink = link): Promise<ReleaseTeamLock | null> {
  const file = path.join(folder, 'lock');
  if (held.has(file)) return null;
  held.add(file);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await acquire(file, makeLink)) {
      return async () => {
        await unlink(file).catch(nullOnDiskError);
        held.delete(file);
      };
    }
  } catch (error) {
    held.delete(file);
    throw error;
  }
  held.delete(file);
  return null;
}

/** Writes the lock whole under another name first: nobody ever reads one without its process. */
async function acquire(file: string, makeLink: typeof link): Promise<boolean> {
  const temporary = path.join(path.dirname(file), temporaryName(randomUUID()));
  await writeFile(temporary, String(process.pid), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- the second attempt follows the removal of a dead lock
        await place(temporary, file, makeLink);
        return true;
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      if (await isHeld(file)) return false;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await unlink(file).catch(nullOnDiskError);
    }
    return false;
  } finally {
    await unlink(temporary).catch(nullOnDiskError);
  }
}

/** Gives the lock its name; throws EEXIST when there is one. */
async function place(temporary: string, file: string, makeLink: typeof link): Promise<void> {
  try {
    await makeLink(temporary, file);
  } catch (error) {
    if (!isLinkUnsupported(error)) throw error;
    await withFileLock(file, async () => {
      if (await exists(file)) throw Object.assign(new Error('There is one already'), { code: 'EEXIST' });
      await rename(temporary, file);
    });
  }
}

/** Whether the process that wrote a lock still runs. A lock from before the computer was started has no process. */
async function isHeld(file: string): Promise<boolean> {
  const [holder, found] = await Promise.all([
    readFile(file, 'utf8').then(Number, () => 0),
    stat(file).catch(nullOnDiskError),
  ]);
  if (found === null || found.mtimeMs < Date.now() - uptime() * 1000) return false;
  return holder !== process.pid && processExists(holder);
}
