import { createHash } from 'node:crypto';
import { mkdir, readFile, realpath, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { withFileLock } from '#main/disk/file-lock.ts';
import { errnoOf, nullIfAbsent } from '#main/disk/disk-error.ts';

import { type ProcessIdentity, processIdentitySchema, type ProcessStatus } from './process-identity.ts';

/** The lock of a library on this computer: the process that holds it may change the library. */
export type LibraryLock = {
  /**
   * True when this process now holds the lock. Repeated calls also detect a silent holder whose process status is
   * unknown.
   */
  readonly tryAcquire: () => Promise<boolean>;
  /** Answers the heartbeat request of a waiting process. False when another process took the lock. */
  readonly renew: () => Promise<boolean>;
  readonly release: () => Promise<void>;
  /**
   * Asks the holder to hand the lock over. From then on, a holder that does not answer loses the lock after
   * `MAX_UNANSWERED_POLLS` calls of `tryAcquire`, even when it runs.
   */
  readonly requestTakeover: () => Promise<void>;
  /** The process that waits for the lock to be handed over; null for none, and for one that has ended. */
  readonly takeoverRequest: () => Promise<ProcessIdentity | null>;
  /** Makes another process the holder. Does nothing when this process is not. */
  readonly handOver: (to: ProcessIdentity) => Promise<void>;
};

/** What a lock needs. */
export type LibraryLockDeps = {
  /**
   * The folder of the lock files: on this computer, per user, and never in the library, which may be synced to other
   * computers.
   */
  readonly lockFolder: string;
  readonly self: ProcessIdentity;
  readonly processStatus: (holder: ProcessIdentity) => Promise<ProcessStatus>;
};

/**
 * A holder whose status is unknown loses the lock after this many unanswered polls. Polls are counted rather than
 * seconds because the computer may sleep in between. The number is high because systems slow down the timers of apps in
 * the background.
 */
const MAX_MISSED_POLLS = 60;

/** A holder that was asked to hand the lock over, and does not answer, loses it after this many polls. */
const MAX_UNANSWERED_POLLS = 15;

/** The content of a lock file and its modification time in milliseconds. */
type LockFile = { readonly text: string; readonly touched: number };

/**
 * Creates the lock of a library without acquiring it. The lock of a process that has ended is ignored. If lock files
 * cannot be written, `tryAcquire` succeeds: the lock avoids confusion, but does not protect saves from overwriting each
 * other; other checks do.
 */
export async function createLibraryLock(folder: string, deps: LibraryLockDeps): Promise<LibraryLock> {
  const { lockFolder, self } = deps;
  const name = await lockNameFor(folder);
  const file = path.join(lockFolder, `${name}.lock`);
  const heartbeatRequest = path.join(lockFolder, `${name}.knock`);
  const takeoverFile = path.join(lockFolder, `${name}.takeover`);
  const ours = JSON.stringify(self);
  /** Polls since this process asked for the lock; null when it has not asked. */
  let pollsSinceRequest: number | null = null;
  let unchanged = { touched: 0, polls: 0 };

  const isFree = async (found: LockFile | null): Promise<boolean> => {
    const holder = found === null ? null : parseIdentity(found.text);
    // A lock with our own process id is ours, or was left by an earlier process with the same id.
    if (found === null || holder === null || (holder.pid === self.pid && holder.where === self.where)) return true;
    if (pollsSinceRequest !== null && (pollsSinceRequest += 1) > MAX_UNANSWERED_POLLS) return true;
    const status = await deps.processStatus(holder);
    if (status !== 'unsure') return status === 'gone';
    unchanged = { touched: found.touched, polls: unchanged.touched === found.touched ? unchanged.polls + 1 : 0 };
    await writeFile(heartbeatRequest, '', { mode: 0o600 }).catch(() => undefined);
    return unchanged.polls >= MAX_MISSED_POLLS;
  };
  const writeIfUnchanged = async (judged: LockFile | null): Promise<boolean> => {
    await mkdir(lockFolder, { recursive: true });
    return withFileLock(file, async () => {
      const now = await readLockFile(file);
      if (now?.text !== judged?.text || now?.touched !== judged?.touched) return false;
      await writeFile(file, ours, { mode: 0o600 });
      await removeIfPresent(heartbeatRequest);
      if (pollsSinceRequest !== null) await removeIfPresent(takeoverFile);
      pollsSinceRequest = null;
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
      // The lock file was deleted, or could not be written before: a full disk leaves it empty.
      if (text === null || parseIdentity(text) === null) return tryAcquire();
      if (text !== ours) return false;
      if (await removeIfPresent(heartbeatRequest).catch(() => false)) {
        const now = new Date();
        await utimes(file, now, now).catch(() => undefined);
      }
      return true;
    },
    release: async () => {
      if ((await readLockFile(file).catch(() => null))?.text !== ours) return;
      await removeIfPresent(heartbeatRequest);
      await removeIfPresent(file);
    },
    requestTakeover: async () => {
      pollsSinceRequest = 0;
      await mkdir(lockFolder, { recursive: true });
      await writeFile(takeoverFile, ours, { mode: 0o600 });
    },
    takeoverRequest: async () => {
      const request = await readLockFile(takeoverFile).catch(() => null);
      const from = request === null ? null : parseIdentity(request.text);
      if (request !== null && (from === null || (await deps.processStatus(from)) === 'gone')) {
        await removeIfPresent(takeoverFile).catch(() => false);
        return null;
      }
      return from;
    },
    handOver: (to) =>
      withFileLock(file, async () => {
        if ((await readLockFile(file).catch(() => null))?.text !== ours) return;
        await removeIfPresent(takeoverFile);
        await writeFile(file, JSON.stringify(to), { mode: 0o600 });
      }),
  };
}

/** Derived from the real path, so that a folder has one lock however it is reached. */
async function lockNameFor(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => path.resolve(folder));
  return createHash('sha256').update(real).digest('hex').slice(0, 32);
}

async function readLockFile(file: string): Promise<LockFile | null> {
  const read = async (): Promise<LockFile> => {
    const text = await readFile(file, 'utf8');
    return { text, touched: (await stat(file)).mtimeMs };
  };
  return read().catch(nullIfAbsent);
}

/** Null for a damaged lock file, which counts as free. */
function parseIdentity(text: string): ProcessIdentity | null {
  try {
    return processIdentitySchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Removes a file. Returns whether it existed. */
const removeIfPresent = async (file: string): Promise<boolean> =>
  (await unlink(file).then(() => true, nullIfAbsent)) === true;
