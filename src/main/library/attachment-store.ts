import { lstat } from 'node:fs/promises';

import { isAttachmentName } from '#domain/attachments/attachment-name.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { Attachment } from '#ipc/attachments.ts';
import { attachmentNameFor, readAttachmentFile, writeAttachmentFile } from '#main/coe-files/attachment-files.ts';
import { pathOf } from '#main/coe-files/file-names.ts';
import { errnoOf } from '#main/disk/disk-error.ts';

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
  return {
    addAttachment: async (bytes, fileName) => {
      const refused = refusalOf(core);
      if (refused !== null) return fail(refused);
      return core.mutex.run(attachmentNameFor(bytes, fileName), async () => {
        const written = await writeAttachmentFile(paths, bytes, fileName);
        return written.ok ? ok({ name: written.value.name, bytes: written.value.bytes }) : written;
      });
    },
    readAttachment: (name) => readAttachmentFile(paths, name),
    findAttachments: async (names) => {
      const found = new Map<string, number | null>();
      for (const name of new Set(names)) {
        // oxlint-disable-next-line no-await-in-loop -- a COE has a handful
        if (isAttachmentName(name)) found.set(name, await sizeOf(pathOf(paths.cipher, paths.attachments, name)));
      }
      return found;
    },
  };
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const stat = await lstat(file);
    return stat.isFile() ? stat.size : null;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
