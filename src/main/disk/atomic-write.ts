import { randomUUID } from 'node:crypto';
import { open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import { withFileLock } from './file-lock.ts';
import { diskError, nullOnDiskError } from './disk-error.ts';
import { temporaryName } from './temporary-name.ts';
import { type FileStamp, stampOf } from './file-stamp.ts';
import { flushFolder } from './flush-folder.ts';
import { renameWithPatience } from './rename-patience.ts';

/** Whether the target is still the version that the new bytes are based on. Called just before the rename. */
export type IsCurrent = () => Promise<Result<boolean, AppError>>;

/** A file to replace. `alone` keeps others of this process off it during the last check and the rename. */
export type Replacement = {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly stillCurrent: IsCurrent;
  readonly mode?: number;
  readonly alone?: <Value>(work: () => Promise<Value>) => Promise<Value>;
};

/** The stamp of the new version, or null, with nothing changed, if the target was no longer current. */
export type Replaced = Result<FileStamp | null, AppError>;

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
): Promise<Replaced> {
  const replaced = await renameIntoPlace({ file, bytes, stillCurrent, mode });
  return replaced.ok && replaced.value !== null ? flushed(path.dirname(file), replaced) : replaced;
}

/**
 * Replaces some files, each as `replaceFile` does, and answers in their order. Each content is flushed before its
 * rename, and each folder once after all of them.
 */
export async function replaceFiles(replacements: readonly Replacement[]): Promise<readonly Replaced[]> {
  const replaced = await Promise.all(replacements.map(renameIntoPlace));
  const folderOf = (index: number): string => path.dirname(replacements[index]?.file ?? '');
  const renamedIn = new Set(replaced.flatMap((one, index) => (one.ok && one.value !== null ? [folderOf(index)] : [])));
  const flushes = new Map<string, Replaced>();
  for (const folder of renamedIn) {
    // oxlint-disable-next-line no-await-in-loop -- one or two folders
    flushes.set(folder, await flushed(folder, ok(null)));
  }
  return replaced.map((one, index) => {
    if (!one.ok || one.value === null) return one;
    const flush = flushes.get(folderOf(index));
    return flush?.ok === false ? flush : one;
  });
}

/** What was replaced, once it survives a power cut. If that fails, so does the save; retrying is safe. */
async function flushed(folder: string, replaced: Replaced): Promise<Replaced> {
  try {
    await flushFolder(folder);
    return replaced;
  } catch (error) {
    return fail(diskError(error));
  }
}

/** Writes and flushes a temporary file, and renames it. The rename itself is not flushed. */
async function renameIntoPlace({ file, bytes, stillCurrent, mode = 0o644, alone }: Replacement): Promise<Replaced> {
  const temporary = path.join(path.dirname(file), temporaryName(randomUUID()));
  const renameIfCurrent = (): Promise<Result<boolean, AppError>> =>
    withFileLock(file, async () => {
      const checked = await stillCurrent();
      if (checked.ok && checked.value) await renameWithPatience(() => rename(temporary, file));
      return checked;
    });
  try {
    const stamp = await writeNew(temporary, bytes, mode);
    const current = await (alone === undefined ? renameIfCurrent() : alone(renameIfCurrent));
    if (current.ok && current.value) return ok(stamp);
    await remove(temporary);
    return current.ok ? ok(null) : current;
  } catch (error) {
    await remove(temporary);
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

/** Removes a temporary file, if there is one. If that fails, the next opening of the library removes it. */
async function remove(file: string): Promise<void> {
  await unlink(file).catch(nullOnDiskError);
}
