import type { Coe } from '#domain/coe/coe.ts';
import type { FileFault } from '#domain/file/file-fault.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { coeFileName } from './file-names.ts';

/** A COE and the revision of its file. */
export type StoredCoe = { readonly coe: Coe; readonly revision: string };

/** The largest file that is read, in bytes. The longest known COEs have a few hundred kilobytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/**
 * Parses the bytes of a file in the folder of COEs. Fails with `wrong-name` if the plain file name does not match the
 * id, since a copy under another name is not a COE of its own.
 */
export function parseStoredCoe(bytes: Uint8Array, fileName: string): Result<StoredCoe, FileFault> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const coe = readCoe(text.value);
  if (!coe.ok) return coe;
  if (fileName !== coeFileName(coe.value.id)) return fail({ reason: 'wrong-name', id: coe.value.id });
  return ok({ coe: coe.value, revision: revisionOf(bytes) });
}

function decode(bytes: Uint8Array): Result<string, FileFault> {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return fail({ reason: 'wrong-encoding', detail: 'UTF-16 instead of UTF-8' });
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return fail({ reason: 'wrong-encoding', detail: 'not UTF-8' });
  }
}
