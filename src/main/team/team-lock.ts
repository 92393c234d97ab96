import { mkdir, open, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

/** Lets go of the lock. */
export type ReleaseTeamLock = () => Promise<void>;

/**
 * Takes the lock of a team library on this computer, so that the app and the command line never write its repository at
 * once. Null when another running process has it. The lock of a process that has ended is taken over.
 */
export async function takeTeamLock(folder: string): Promise<ReleaseTeamLock | null> {
  const file = path.join(folder, 'lock');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const handle = await open(file, 'wx', 0o600);
      await handle.writeFile(String(process.pid));
      await handle.close();
      return async () => {
        await unlink(file).catch(nullOnDiskError);
      };
    } catch (error) {
      if (errnoOf(error) !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (holder === process.pid || isRunning(holder)) return null;
    await unlink(file).catch(nullOnDiskError);
  }
  return null;
}

/** An empty file, of a process that was killed while it wrote it, has no holder. */
function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}
