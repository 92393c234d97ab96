import { createHash } from 'node:crypto';
import { readdir, unlink } from 'node:fs/promises';
import path from 'node:path';

import {
  attachmentNamesIn,
  endingOf,
  isAttachmentName,
  MAX_ATTACHMENT_BYTES,
} from '#domain/attachments/attachment-name.ts';
import { pictureTypeOf } from '#domain/attachments/picture-type.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Attachment } from '#ipc/attachments.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullIfAbsent } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { pathOf } from './file-names.ts';
import type { LibraryPaths } from './library-paths.ts';
import { makeFolderInLibrary } from './make-library-folders.ts';
import { readFileBytes } from './read-coe-file.ts';

/** The name of an attachment: the type of a picture follows from its content, that of other files from `fileName`. */
export const attachmentNameFor = (bytes: Uint8Array, fileName: string): string =>
  `${hashOf(bytes)}.${pictureTypeOf(bytes) ?? fileEnding(fileName)}`;

/** The content of an attachment; null if it is missing or not what its name says. */
export async function readAttachmentFile(paths: LibraryPaths, name: string): Promise<Uint8Array | null> {
  if (!isAttachmentName(name)) return null;
  const found = await readFileBytes(paths.cipher, pathOf(paths.cipher, paths.attachments, name));
  if (!found.ok || found.value === null) return null;
  return hashOf(found.value.bytes) === name.slice(0, 64) ? found.value.bytes : null;
}

/**
 * Writes a file to the attachments unless it is there. `isNew` says whether it was not. Fails with
 * `attachment-too-large`, and with `library-missing` if the library's folder is gone. Run one at a time for each name.
 */
export async function writeAttachmentFile(
  paths: LibraryPaths,
  bytes: Uint8Array,
  fileName: string,
): Promise<Result<Attachment & { isNew: boolean }, AppError>> {
  if (bytes.length > MAX_ATTACHMENT_BYTES) return fail({ kind: 'attachment-too-large', bytes: bytes.length });
  const name = attachmentNameFor(bytes, fileName);
  if ((await readAttachmentFile(paths, name)) !== null) return ok({ name, bytes: bytes.length, isNew: false });
  const ready = await makeFolderInLibrary(paths, paths.attachments);
  if (!ready.ok) return ready;
  // A damaged file of this name is replaced by the whole content.
  const file = pathOf(paths.cipher, paths.attachments, name);
  const written = await replaceFile(file, paths.cipher.encrypt(bytes), async () => ok(true));
  return written.ok ? ok({ name, bytes: bytes.length, isNew: true }) : written;
}

/**
 * Deletes those of some attachments that no COE names: no current, deleted or earlier version, no copy that was set
 * aside and no unsaved text. Deletes nothing if one of these files cannot be read. Returns how many it deleted.
 */
export async function removeUnusedAttachmentFiles(
  paths: LibraryPaths,
  journalFolder: string | null,
  names: readonly string[],
): Promise<Result<number, AppError>> {
  const unused = new Set(names.filter(isAttachmentName));
  const { cipher, coes, trash, versions, quarantine, questions, patterns, attachments } = paths;
  const folders = [coes, trash, versions, quarantine, questions, patterns];
  try {
    for (const folder of journalFolder === null ? folders : [...folders, journalFolder]) {
      if (unused.size === 0) return ok(0);
      // oxlint-disable-next-line no-await-in-loop -- one folder after the other, so that few files are open at once
      if (!(await removeUsed(cipher, folder, unused))) return ok(0);
    }
    for (const name of unused) await unlink(pathOf(cipher, attachments, name)).catch(nullIfAbsent);
    if (unused.size > 0) await flushFolder(attachments).catch(nullIfAbsent);
    return ok(unused.size);
  } catch (error) {
    return fail(diskError(error));
  }
}

/** Takes the names that the files below a folder use out of `names`; false if a file cannot be read. */
async function removeUsed(cipher: FileCipher, folder: string, names: Set<string>): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    if (errnoOf(error) === 'ENOENT') return [];
    throw error;
  });
  for (const entry of entries) {
    if (names.size === 0) return true;
    if (!entry.isFile() || entry.name === '.DS_Store') continue;
    // oxlint-disable-next-line no-await-in-loop -- one file after the other bounds the memory
    const read = await readFileBytes(cipher, path.join(entry.parentPath, entry.name));
    if (!read.ok) return false;
    if (read.value === null) continue;
    for (const name of attachmentNamesIn(Buffer.from(read.value.bytes).toString('utf8'))) names.delete(name);
  }
  return true;
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file whose content is no picture never gets the ending of one, because it would be shown. */
const fileEnding = (fileName: string): string => {
  const ending = endingOf(fileName);
  return /^(?:png|jpe?g|gif|webp|avif)$/.test(ending) ? 'bin' : ending;
};
