import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { withFileLock } from './file-lock.ts';
import { diskError, errnoOf, nullOnDiskError } from './disk-error.ts';
import { temporaryName } from './temporary-name.ts';
import { type FileStamp, stampOf } from './file-stamp.ts';
import { flushFolder } from './flush-folder.ts';

/** Tells whether the target is still the version that the new bytes were made from; asked just before the rename. */
export type IsCurrent = () => Promise<Result<boolean, AppError>>;

/**
 * Replaces a file as a whole: afterwards it holds either the old bytes or the new ones, whatever happens, power cuts
 * included. Answers the stamp of what was written, or null, with nothing changed, when the target was not current any more. No failure leaves a
 * temporary file behind that could still be removed.
 */
export async function replaceFile(
  file: string,
  bytes: Uint8Array,
  stillCurrent: IsCurrent,
): Promise<Result<FileStamp | null, AppError>> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName(randomUUID()));
  let stamp: FileStamp;
  try {
    stamp = await writeNew(temporary, bytes);
    const current = await withFileLock(file, async () => {
      const looked = await stillCurrent();
      if (looked.ok && looked.value) await renameOver(temporary, file);
      return looked;
    });
    if (!current.ok || !current.value) {
      await remove(temporary);
      return current.ok ? ok(null) : current;
    }
  } catch (error) {
    await remove(temporary);
    return fail(diskError(error));
  }
  try {
    await flushFolder(folder);
    return ok(stamp);
  } catch (error) {
    // The new version stands, but may not outlast a power cut: the save is not acknowledged, and trying again is safe.
    return fail(diskError(error));
  }
}

/** The stamp is taken before the rename, which keeps it: a stat afterwards might already be of someone else's version. */
async function writeNew(file: string, bytes: Uint8Array): Promise<FileStamp> {
  const handle = await open(file, 'wx', 0o644);
  try {
    await handle.writeFile(bytes); // loops until every byte is written, which FileHandle.write does not
    await handle.sync();
    return stampOf(await handle.stat());
  } finally {
    await handle.close();
  }
}

const PATIENCE_MS = process.platform === 'win32' ? [20, 50, 100, 200, 400] : [];

/** On Windows a virus scanner or a sync service may hold the target open for a moment. */
async function renameOver(from: string, to: string): Promise<void> {
  for (const wait of PATIENCE_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!['EPERM', 'EBUSY', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
      await pause(wait);
    }
  }
  await rename(from, to);
}

/** Removes a temporary file if it is there. What cannot be removed now is removed when the library is next opened. */
async function remove(file: string): Promise<void> {
  await unlink(file).catch(nullOnDiskError);
}
