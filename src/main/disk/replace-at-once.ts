import { randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

import type { AppError } from '#ipc/app-error.ts';

import { diskError, errnoOf, nullOnDiskError } from './disk-error.ts';
import { lockPathOf } from './file-lock.ts';
import { type FileStamp, stampOf } from './file-stamp.ts';
import { flushFolderSync } from './flush-folder.ts';
import { revisionOf } from './revision.ts';
import { temporaryName } from './temporary-name.ts';

/** A file to replace if its bytes, as they are on disk, still have the revision `expected`. */
export type ReplaceAtOnce = { readonly file: string; readonly bytes: Uint8Array; readonly expected: string };

/**
 * What became of it: the stamp of the new version; or nothing was changed, because the file has other bytes or another
 * process holds its lock; or an error, after which the file has the old bytes or the new ones.
 */
export type ReplacedAtOnce =
  | { readonly is: 'replaced'; readonly stamp: FileStamp }
  | { readonly is: 'unchanged' }
  | { readonly is: 'failed'; readonly error: AppError };

/**
 * The same as `replaceFile`, in one go: for a worker, where each step need not wait for its turn on a busy machine. It
 * does not wait for anything but the disk.
 */
export function replaceAtOnce({ file, bytes, expected }: ReplaceAtOnce): ReplacedAtOnce {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName(randomUUID()));
  try {
    const stamp = writeNew(temporary, bytes);
    if (!renameIfCurrent(temporary, file, expected)) {
      remove(temporary);
      return { is: 'unchanged' };
    }
    // From here on, an error means that the new version may not survive a power cut. Saving it again is safe.
    flushFolderSync(folder);
    return { is: 'replaced', stamp };
  } catch (error) {
    const failure = diskError(error);
    remove(temporary);
    return { is: 'failed', error: failure };
  }
}

/** Takes the stamp before the rename, which preserves it: a later stat might see another process's version. */
function writeNew(file: string, bytes: Uint8Array): FileStamp {
  const descriptor = openSync(file, 'wx', 0o644);
  try {
    writeFileSync(descriptor, bytes); // loops until every byte is written
    fsyncSync(descriptor);
    return stampOf(fstatSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/** Renames under the lock that excludes other processes. Returns false if it is held, or the file has other bytes. */
function renameIfCurrent(temporary: string, file: string, expected: string): boolean {
  const lock = lockPathOf(file);
  if (!tryLock(lock)) return false;
  try {
    if (revisionOnDisk(file) !== expected) return false;
    return rename(temporary, file);
  } finally {
    remove(lock);
  }
}

function tryLock(lock: string): boolean {
  let descriptor: number;
  try {
    descriptor = openSync(lock, 'wx', 0o644);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    closeSync(descriptor);
    return true;
  } catch (error) {
    remove(lock);
    throw error;
  }
}

/** Neither follows a link nor waits for a pipe, in case the file is swapped after the stat. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Null if there is no regular file. */
function revisionOnDisk(file: string): string | null {
  if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const descriptor = openSync(file, OPEN_FLAGS);
  try {
    return revisionOf(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

/** Returns false where a virus scanner or a sync service holds the target open, which calls for patience. */
function rename(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (process.platform === 'win32' && ['EPERM', 'EBUSY', 'EACCES'].includes(errnoOf(error) ?? '')) return false;
    throw error;
  }
}

/** Removes a file, if there is one. If that fails, the next opening of the library removes it. */
function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    nullOnDiskError(error);
  }
}
