import { createHash } from 'node:crypto';
import { type FileHandle, open, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { errnoOf, nullOnDiskError } from './disk-error.ts';
import { temporaryName } from './temporary-name.ts';
import { sameStamp, stampOf, type FileStamp } from './file-stamp.ts';

/** From the last look at a file to the rename over it takes a millisecond or two; who takes this long was cut short. */
const DEAD_AFTER_MS = 2000;
/** However busy a file is, nobody waits longer than this for it. */
const LONGEST_WAIT_MS = 10_000;

/**
 * Does what must not be done by two processes at once: the last look at a file, and the rename over it. An empty file beside it
 * says that someone is at it. It has a temporary name, so that one left by a process that was killed is removed like any other;
 * until then it is given up once it has not changed for two seconds, which no clock but our own decides.
 */
export async function withFileLock<Value>(file: string, work: () => Promise<Value>): Promise<Value> {
  const name = createHash('sha256').update(path.basename(file)).digest('hex').slice(0, 32);
  const claim = path.join(path.dirname(file), temporaryName(name));
  const isOurs = await acquire(claim);
  try {
    return await work();
  } finally {
    if (isOurs) await release(claim);
  }
}

/** False when it could not be had in bearable time: then it is done without, as before there were claims. */
async function acquire(claim: string): Promise<boolean> {
  const startedAt = performance.now();
  let seen: FileStamp | null = null;
  let seenAt = startedAt;
  while (performance.now() - startedAt < LONGEST_WAIT_MS) {
    if (await tryCreate(claim)) return true;
    const now = await stampThere(claim);
    if (now === null || seen === null || !sameStamp(seen, now)) [seen, seenAt] = [now, performance.now()];
    else if (performance.now() - seenAt > DEAD_AFTER_MS) await release(claim);
    await pause(1 + Math.random() * 4);
  }
  return false;
}

async function tryCreate(claim: string): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await open(claim, 'wx', 0o644);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.close();
    return true;
  } catch (error) {
    await release(claim);
    throw error;
  }
}

async function stampThere(claim: string): Promise<FileStamp | null> {
  try {
    return stampOf(await stat(claim));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** One that cannot be removed holds up the next save for a moment, and is no reason for this one to fail. */
async function release(claim: string): Promise<void> {
  await unlink(claim).catch(nullOnDiskError);
}
