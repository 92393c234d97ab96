import { createHash } from 'node:crypto';
import { lstat, mkdir } from 'node:fs/promises';

import { endingOf, isAttachmentName, MAX_ATTACHMENT_BYTES } from '#domain/attachments/attachment-name.ts';
import { pictureTypeOf } from '#domain/attachments/picture-type.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Attachment } from '#ipc/attachments.ts';
import { pathOf } from '#main/coe-files/file-names.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

import { type LibraryCore, refusalOf } from './library-core.ts';

/** Keeps the pictures and files of an open library, each once, under a name made from its content. */
export type AttachmentStore = {
  /**
   * Keeps a file and returns its name. The type of a picture follows from its content, that of other files from
   * `fileName`. The same content again changes nothing. Fails with `attachment-too-large`.
   */
  readonly addAttachment: (bytes: Uint8Array, fileName: string) => Promise<Result<Attachment, AppError>>;
  /** The content of an attachment; null if it is missing or not what its name says. */
  readonly readAttachment: (name: string) => Promise<Uint8Array | null>;
  /** The size of each attachment on disk in bytes; null for one that is missing. */
  readonly findAttachments: (names: readonly string[]) => Promise<Map<string, number | null>>;
};

/** Creates the store of an open library. */
export function createAttachmentStore(core: LibraryCore): AttachmentStore {
  const { paths } = core;
  const { cipher, attachments: folder } = paths;

  const read = async (name: string): Promise<Uint8Array | null> => {
    if (!isAttachmentName(name)) return null;
    const found = await readFileBytes(cipher, pathOf(cipher, folder, name));
    if (!found.ok || found.value === null) return null;
    return hashOf(found.value.bytes) === name.slice(0, 64) ? found.value.bytes : null;
  };

  const ensureFolder = async (): Promise<Result<null, AppError>> => {
    try {
      await mkdir(folder);
      await flushFolder(paths.folder);
      return ok(null);
    } catch (error) {
      // The library's own folder may be gone; it is never created here.
      if (errnoOf(error) === 'ENOENT') return fail({ kind: 'library-missing' });
      return errnoOf(error) === 'EEXIST' ? ok(null) : fail(diskError(error));
    }
  };

  return {
    addAttachment: async (bytes, fileName) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      if (bytes.length > MAX_ATTACHMENT_BYTES) return fail({ kind: 'attachment-too-large', bytes: bytes.length });
      const name = `${hashOf(bytes)}.${pictureTypeOf(bytes) ?? fileEnding(fileName)}`;
      return core.mutex.run(name, async () => {
        const added = ok({ name, bytes: bytes.length });
        if ((await read(name)) !== null) return added;
        const ready = await ensureFolder();
        if (!ready.ok) return ready;
        // A damaged file of this name is replaced by the whole content.
        const written = await replaceFile(pathOf(cipher, folder, name), cipher.encrypt(bytes), async () => ok(true));
        return written.ok ? added : written;
      });
    },
    readAttachment: read,
    findAttachments: async (names) => {
      const found = new Map<string, number | null>();
      for (const name of new Set(names)) {
        // oxlint-disable-next-line no-await-in-loop -- a COE has a handful
        if (isAttachmentName(name)) found.set(name, await sizeOf(pathOf(cipher, folder, name)));
      }
      return found;
    },
  };
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A file whose content is no picture never gets the ending of one, because it would be shown. */
const fileEnding = (fileName: string): string => {
  const ending = endingOf(fileName);
  return /^(?:png|jpe?g|gif|webp|avif)$/.test(ending) ? 'bin' : ending;
};

async function sizeOf(file: string): Promise<number | null> {
  try {
    const stat = await lstat(file);
    return stat.isFile() ? stat.size : null;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
