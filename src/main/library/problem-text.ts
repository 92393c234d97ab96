import { lstat, open } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { ProblemText } from '#ipc/problems.ts';
import { SAFE_OPEN_FLAGS } from '#main/coe-files/read-coe-file.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

/** The part of a broken file that is shown, in bytes. */
const MAX_SHOWN = 1024 * 1024;

/**
 * Reads a file that is not a COE as text, up to `MAX_SHOWN` bytes, without changing it. Fails with `not-text` for
 * binary content.
 */
export async function readAsText(cipher: FileCipher, file: string): Promise<Result<ProblemText, AppError>> {
  try {
    if (!(await lstat(file)).isFile()) return fail({ kind: 'not-text' });
    const handle = await open(file, SAFE_OPEN_FLAGS);
    try {
      const { size } = await handle.stat();
      const stored = Buffer.alloc(Math.min(size, MAX_SHOWN));
      const { bytesRead } = await handle.read(stored, 0, stored.length, 0);
      const opened = cipher.decrypt(stored.subarray(0, bytesRead));
      const bytes = opened.ok ? opened.value : stored.subarray(0, bytesRead);
      const text = textOf(bytes);
      return text === null ? fail({ kind: 'not-text' }) : ok({ text, isCut: size > bytesRead });
    } finally {
      await handle.close();
    }
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? fail({ kind: 'not-found' }) : fail(diskError(error));
  }
}

/** Decodes bytes as text; null if more than a tenth of the characters are control or replacement characters. */
function textOf(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const odd = text.match(/[^\P{Cc}\t\n\r\f\v]|\ufffd/gu)?.length ?? 0;
  return odd * 10 > text.length ? null : text;
}
