import { createHash } from 'node:crypto';
import { type FileHandle, open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { errnoOf, nullOnDiskError } from './disk-error.ts';
import { temporaryName } from './temporary-name.ts';
import { sameStamp, stampOf, type FileStamp } from './file-stamp.ts';

/** The work under a lock takes a millisecond or two. A lock this old belongs to a process that was killed. */
const DEAD_AFTER_MS = 2000;
/** The longest wait for a lock. After that, the work runs without one. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Runs work under a lock that excludes other processes: the last check of a file and the rename over it. The lock is an
 * empty file beside the target. It has a temporary name, so that one left by a killed process is removed with other
 * leftovers. A lock that does not change for two seconds, by the timer of the waiting process, counts as abandoned.
 * After ten seconds without the lock, the work runs without it.
 */
export async function withFileLock<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const lockPath = lockPathOf(file);
  const isOurs = await acquire(lockPath);
  try {
    return await work();
  } finally {
    if (isOurs) await release(lockPath);
  }
}

/** The path of the lock of a file. */
export function lockPathOf(file: string): string {
  const name = createHash('sha256').update(path.basename(file)).digest('hex').slice(0, 32);
  return path.join(path.dirname(file), temporaryName(name));
}

/** Returns false if the lock was not free within LONGEST_WAIT_MS. */
async function acquire(lockPath: string): Promise<boolean> {
  const startedAt = performance.now();
  let seen: FileStamp | null = null;
  let seenAt = startedAt;
  while (performance.now() - startedAt < LONGEST_WAIT_MS) {
    if (await tryCreate(lockPath)) return true;
    const now = await stampThere(lockPath);
    if (now === null || seen === null || !sameStamp(seen, now)) [seen, seenAt] = [now, performance.now()];
    else if (performance.now() - seenAt > DEAD_AFTER_MS) await release(lockPath);
    await pause(1 + Math.random() * 4);
  }
  return false;
}

async function tryCreate(lockPath: string): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await open(lockPath, 'wx', 0o644);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.close();
    return true;
  } catch (error) {
    await release(lockPath);
    throw error;
  }
}

async function stampThere(lockPath: string): Promise<FileStamp | null> {
  try {
    return stampOf(await stat(lockPath));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** Ignores a failure: it only delays the next save. */
async function release(lockPath: string): Promise<void> {
  await unlink(lockPath).catch(nullOnDiskError);
}
