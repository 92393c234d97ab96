import { constants } from 'node:fs';
import { lstat, open } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, stampOf } from '#main/disk/file-stamp.ts';
import { readToEnd } from '#main/disk/read-to-end.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { pathOf } from './file-names.ts';
import { parseStoredCoe, MAX_FILE_BYTES, type StoredCoe } from './parse-stored-coe.ts';

/**
 * For opening a file after a stat: neither follows a link nor waits for a pipe, in case the file was swapped in
 * between.
 */
export const SAFE_OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The decrypted content of a file, and its stamp. */
export type FileBytes = { readonly bytes: Uint8Array; readonly stamp: FileStamp };

/**
 * Reads the content of a regular file; null if there is none. Fails with `not-permitted` for a folder, link or pipe,
 * and with `unreadable` for a file that is too large or does not decrypt.
 */
export async function readFileBytes(cipher: FileCipher, file: string): Promise<Result<FileBytes | null, AppError>> {
  try {
    const stat = await lstat(file);
    if (!stat.isFile()) return fail({ kind: 'disk', reason: 'not-permitted', code: 'NOT_A_FILE' });
    if (stat.size > MAX_FILE_BYTES)
      return fail({ kind: 'unreadable', fault: { reason: 'too-large', bytes: stat.size } });
    const handle = await open(file, SAFE_OPEN_FLAGS);
    try {
      // Before the content: a file that another program writes meanwhile must differ from its stamp, to be read again.
      const stamp = stampOf(await handle.stat());
      const opened = cipher.decrypt(await readToEnd(handle, stat.size));
      if (!opened.ok) return fail({ kind: 'unreadable', fault: { reason: 'not-opened' } });
      return ok({ bytes: opened.value, stamp });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
  }
}

/**
 * Reads a COE by the plain name of its file; null if there is none. Fails with `unreadable` if the file is not a valid
 * COE.
 */
export async function readCoeFile(
  cipher: FileCipher,
  folder: string,
  name: string,
): Promise<Result<(StoredCoe & FileBytes) | null, AppError>> {
  const read = await readFileBytes(cipher, pathOf(cipher, folder, name));
  if (!read.ok || read.value === null) return read.ok ? ok(null) : read;
  const stored = parseStoredCoe(read.value.bytes, name);
  return stored.ok ? ok({ ...stored.value, ...read.value }) : fail({ kind: 'unreadable', fault: stored.error });
}
