import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { withFileLock } from '#main/disk/file-lock.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

import { type ProcessIdentity, processIdentitySchema, type ProcessStatus } from './process-identity.ts';

/** Says on this computer which process has a library open and may change it. */
export type LibraryLock = {
  /** True when it is ours from now on. Asked again and again, it also finds out about a holder that nothing is known of. */
  readonly tryAcquire: () => Promise<boolean>;
  /** Shows those who wait that we are there. False when another process has taken it meanwhile. */
  readonly renew: () => Promise<boolean>;
  readonly release: () => Promise<void>;
};

/** What taking a lock needs. */
export type LibraryLockDeps = {
  /** Where locks lie: on this computer, for this person, and never in the library, which may be synced to other computers. */
  readonly lockFolder: string;
  readonly self: ProcessIdentity;
  readonly processStatus: (holder: ProcessIdentity) => Promise<ProcessStatus>;
};

/**
 * A holder that may be gone, and leaves so many looks without an answer, is. Looks are counted and not seconds, since a computer may
 * sleep between two; and they are many, since a system may hold up the timers of an app whose window nobody sees.
 */
const MAX_MISSED_POLLS = 60;

/** What lies in the place of a lock, and when it was last touched. */
type LockFile = { readonly text: string; readonly touched: number };

/**
 * Makes the lock of a library; nothing is taken yet. The lock of a process that is gone counts for nothing. Where no lock can be
 * written there is none: it spares a person confusion, and is not what keeps saves from overwriting each other.
 */
export async function createLibraryLock(folder: string, deps: LibraryLockDeps): Promise<LibraryLock> {
  const { lockFolder, self } = deps;
  const name = await lockNameFor(folder);
  const file = path.join(lockFolder, `${name}.lock`);
  const heartbeatRequest = path.join(lockFolder, `${name}.knock`);
  const ours = JSON.stringify(self);
  let silent = { touched: 0, looks: 0 };

  const isFree = async (found: LockFile | null): Promise<boolean> => {
    const holder = found === null ? null : parseIdentity(found.text);
    // One with our own number is ours, or of a process that had the number before us.
    if (found === null || holder === null || (holder.pid === self.pid && holder.where === self.where)) return true;
    const standing = await deps.processStatus(holder);
    if (standing !== 'unsure') return standing === 'gone';
    silent = { touched: found.touched, looks: silent.touched === found.touched ? silent.looks + 1 : 0 };
    await writeFile(heartbeatRequest, '', { mode: 0o600 }).catch(() => undefined);
    return silent.looks >= MAX_MISSED_POLLS;
  };
  const writeIfUnchanged = async (judged: LockFile | null): Promise<boolean> => {
    await mkdir(lockFolder, { recursive: true });
    return withFileLock(file, async () => {
      const now = await readLockFile(file);
      if (now?.text !== judged?.text || now?.touched !== judged?.touched) return false;
      await writeFile(file, ours, { mode: 0o600 });
      await removeIfThere(heartbeatRequest);
      return true;
    });
  };
  const tryAcquire = async (): Promise<boolean> => {
    try {
      const found = await readLockFile(file);
      return (await isFree(found)) && (await writeIfUnchanged(found));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return true;
    }
  };
  return {
    tryAcquire,
    renew: async () => {
      const text = (await readLockFile(file).catch(() => null))?.text ?? null;
      // Someone tidied up, or the lock could not be written before.
      if (text === null) return tryAcquire();
      if (text !== ours) return false;
      if (await removeIfThere(heartbeatRequest).catch(() => false)) {
        const now = new Date();
        await utimes(file, now, now).catch(() => undefined);
      }
      return true;
    },
    release: async () => {
      if ((await readLockFile(file).catch(() => null))?.text !== ours) return;
      await removeIfThere(heartbeatRequest);
      await removeIfThere(file);
    },
  };
}

/** Two ways to one folder have one lock. */
async function lockNameFor(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => path.resolve(folder));
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

async function readLockFile(file: string): Promise<LockFile | null> {
  try {
    const text = await readFile(file, 'utf8');
    return { text, touched: (await stat(file)).mtimeMs };
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
    return null;
  }
}

/** A damaged one belongs to nobody. */
function parseIdentity(text: string): ProcessIdentity | null {
  try {
    return processIdentitySchema.parse(JSON.parse(text));
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
