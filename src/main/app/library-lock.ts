import { createHash } from 'node:crypto';
import { mkdir, open, readFile, realpath, unlink } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from '#main/library/disk-fault.ts';

/** A folder that this process says it has open. */
export type LibraryLock = { readonly release: () => Promise<void> };

/** Either the lock, or the process that has it. */
export type LockOutcome =
  | { readonly is: 'taken'; readonly lock: LibraryLock }
  | { readonly is: 'held'; readonly pid: number };

/** What taking a lock needs. */
export type LockDeps = {
  /** Where locks lie: on this computer, for this person, and never in the library, which may be synced to other computers. */
  readonly lockFolder: string;
  readonly pid: number;
  readonly isAlive: (pid: number) => boolean;
};

/**
 * Says that this process has a library open, unless another one that still runs says so already. A lock whose process is gone
 * counts for nothing. Where no lock can be written there is none: it spares a person confusion, and is not what keeps
 * saves from overwriting each other.
 */
export async function lockLibrary(folder: string, { lockFolder, pid, isAlive }: LockDeps): Promise<LockOutcome> {
  const file = path.join(lockFolder, `${await nameFor(folder)}.lock`);
  try {
    await mkdir(lockFolder, { recursive: true });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      if (await writeNew(file, String(pid))) return { is: 'taken', lock: lockOn(file, pid) };
      const holder = await readPid(file);
      if (holder === pid) return { is: 'taken', lock: lockOn(file, pid) };
      if (holder !== null && isAlive(holder)) return { is: 'held', pid: holder };
      await removeIfThere(file);
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
  return { is: 'taken', lock: { release: async () => undefined } };
}

/** Tells whether a process runs, be it another person's. */
export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errnoOf(error) === 'EPERM';
  }
}

const lockOn = (file: string, pid: number): LibraryLock => ({
  release: async () => {
    if ((await readPid(file)) === pid) await removeIfThere(file);
  },
});

/** Two ways to one folder have one lock. */
async function nameFor(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => path.resolve(folder));
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

async function writeNew(file: string, text: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(text).finally(() => handle.close());
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function readPid(file: string): Promise<number | null> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^[1-9]\d{0,9}$/.test(text) ? Number(text) : null;
}

async function removeIfThere(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}
