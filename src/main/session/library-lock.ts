import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { withFileLock } from '#main/disk/file-lock.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { type ProcessMark, processMarkSchema, type ProcessStanding } from './process-identity.ts';

/** Says on this computer which process has a library open and may change it. */
export type LibraryLock = {
  /** True when it is ours from now on. Asked again and again, it also finds out about a holder that nothing is known of. */
  readonly take: () => Promise<boolean>;
  /** Shows those who wait that we are there. False when another process has taken it meanwhile. */
  readonly keep: () => Promise<boolean>;
  readonly release: () => Promise<void>;
};

/** What taking a lock needs. */
export type LockDeps = {
  /** Where locks lie: on this computer, for this person, and never in the library, which may be synced to other computers. */
  readonly lockFolder: string;
  readonly self: ProcessMark;
  readonly standingOf: (holder: ProcessMark) => Promise<ProcessStanding>;
};

/**
 * A holder that may be gone, and leaves so many looks without an answer, is. Looks are counted and not seconds, since a computer may
 * sleep between two; and they are many, since a system may hold up the timers of an app whose window nobody sees.
 */
const PATIENCE = 60;

/** What lies in the place of a lock, and when it was last touched. */
type Found = { readonly text: string; readonly touched: number };

/**
 * Makes the lock of a library; nothing is taken yet. The lock of a process that is gone counts for nothing. Where no lock can be
 * written there is none: it spares a person confusion, and is not what keeps saves from overwriting each other.
 */
export async function createLibraryLock(folder: string, deps: LockDeps): Promise<LibraryLock> {
  const { lockFolder, self } = deps;
  const name = await nameFor(folder);
  const file = path.join(lockFolder, `${name}.lock`);
  const knock = path.join(lockFolder, `${name}.knock`);
  const ours = JSON.stringify(self);
  let silent = { touched: 0, looks: 0 };

  const mayBeTaken = async (found: Found | null): Promise<boolean> => {
    const holder = found === null ? null : markIn(found.text);
    // One with our own number is ours, or of a process that had the number before us.
    if (found === null || holder === null || (holder.pid === self.pid && holder.where === self.where)) return true;
    const standing = await deps.standingOf(holder);
    if (standing !== 'unsure') return standing === 'gone';
    silent = { touched: found.touched, looks: silent.touched === found.touched ? silent.looks + 1 : 0 };
    await writeFile(knock, '', { mode: 0o600 }).catch(() => undefined);
    return silent.looks >= PATIENCE;
  };
  const takeIfStill = async (judged: Found | null): Promise<boolean> => {
    await mkdir(lockFolder, { recursive: true });
    return withFileLock(file, async () => {
      const now = await look(file);
      if (now?.text !== judged?.text || now?.touched !== judged?.touched) return false;
      await writeFile(file, ours, { mode: 0o600 });
      await removeIfThere(knock);
      return true;
    });
  };
  const take = async (): Promise<boolean> => {
    try {
      const found = await look(file);
      return (await mayBeTaken(found)) && (await takeIfStill(found));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return true;
    }
  };
  return {
    take,
    keep: async () => {
      const text = (await look(file).catch(() => null))?.text ?? null;
      // Someone tidied up, or the lock could not be written before.
      if (text === null) return take();
      if (text !== ours) return false;
      if (await removeIfThere(knock).catch(() => false)) {
        const now = new Date();
        await utimes(file, now, now).catch(() => undefined);
      }
      return true;
    },
    release: async () => {
      if ((await look(file).catch(() => null))?.text !== ours) return;
      await removeIfThere(knock);
      await removeIfThere(file);
    },
  };
}

/** Two ways to one folder have one lock. */
async function nameFor(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => path.resolve(folder));
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

async function look(file: string): Promise<Found | null> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, touched: (await stat(file)).mtimeMs };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return null;
  }
}

/** A damaged one belongs to nobody. */
function markIn(text: string): ProcessMark | null {
  try {
    return processMarkSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function removeIfThere(file: string): Promise<boolean> {
  try {
    await unlink(file);
    return true;
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return false;
  }
}
