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

/** Whether the target is still the version that the new bytes are based on. Called just before the rename. */
export type IsCurrent = () => Promise<Result<boolean, AppError>>;

/**
 * Replaces a file atomically: it holds either the old bytes or the new ones, even after a power cut. Returns the stamp
 * of the new version, or null, with nothing changed, if the target was no longer current. If it fails, the temporary
 * file is removed where possible. `mode` are the permissions of the new version.
 */
export async function replaceFile(
  file: string,
  bytes: Uint8Array,
  stillCurrent: IsCurrent,
  mode = 0o644,
): Promise<Result<FileStamp | null, AppError>> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, temporaryName(randomUUID()));
  let stamp: FileStamp;
  try {
    stamp = await writeNew(temporary, bytes, mode);
    const current = await withFileLock(file, async () => {
      const checked = await stillCurrent();
      if (checked.ok && checked.value) await renameOver(temporary, file);
      return checked;
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
    // The rename is done but may not survive a power cut. So the save fails; retrying is safe.
    return fail(diskError(error));
  }
}

/** Takes the stamp before the rename, which preserves it: a later stat might see another process's version. */
async function writeNew(file: string, bytes: Uint8Array, mode: number): Promise<FileStamp> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(bytes); // loops until every byte is written; FileHandle.write does not
    await handle.sync();
    return stampOf(await handle.stat());
  } finally {
    await handle.close();
  }
}

const PATIENCE_MS = process.platform === 'win32' ? [20, 50, 100, 200, 400] : [];

/** Retries on Windows, where a virus scanner or a sync service may hold the target open for a moment. */
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

/** Removes a temporary file, if there is one. If that fails, the next opening of the library removes it. */
async function remove(file: string): Promise<void> {
  await unlink(file).catch(nullOnDiskError);
}
