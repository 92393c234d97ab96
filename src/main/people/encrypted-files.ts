import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import type { Identity } from '#main/encryption/age/x25519-keys.ts';
import { decryptWithIdentity, encryptToRecipients } from '#main/encryption/age/recipient-file.ts';

/** Text files below a folder, each encrypted with age to one's own identity. Names are relative and made by the app. */
export type EncryptedFiles = {
  /** Null when there is no file. `unreadable` when it cannot be decrypted: it was damaged, or belongs to another key. */
  readonly read: (name: string) => Promise<Result<string | null, AppError>>;
  /** Replaces a file atomically, and makes its folders. */
  readonly write: (name: string, text: string) => Promise<Result<null, AppError>>;
  /** The names in a folder; none when it is not there. */
  readonly list: (folder: string) => Promise<Result<string[], AppError>>;
  /** Deletes a file or a folder with everything in it. Nothing happens when it is not there. */
  readonly remove: (name: string) => Promise<Result<null, AppError>>;
};

/** The file could not be decrypted, or is not what was written. */
export const UNREADABLE: AppError = { kind: 'sharing', fault: 'people-unreadable' };

/** Opens a folder of encrypted files. It is made on the first write. `identity` is one's own age identity. */
export function openEncryptedFiles(
  folder: string,
  identity: () => Promise<Result<Identity, AppError>>,
): EncryptedFiles {
  const fileOf = (name: string): string => path.join(folder, name);
  /** Folders that are known to survive a power cut. */
  const flushed = new Set<string>();
  /** Makes a folder below `folder`, and flushes what holds the name of each folder on the way. */
  const makeFolder = async (made: string): Promise<void> => {
    const first = await mkdir(made, { recursive: true, mode: 0o700 });
    if (first === undefined && flushed.has(made)) return;
    flushed.delete(made);
    for (let at = made; ; at = path.dirname(at)) {
      // oxlint-disable-next-line no-await-in-loop -- three levels at most
      await flushFolder(path.dirname(at));
      if (at === folder || at === path.dirname(at)) break;
    }
    flushed.add(made);
  };
  return {
    read: async (name) => {
      try {
        const bytes = await readFile(fileOf(name));
        const own = await identity();
        if (!own.ok) return own;
        const plain = decryptWithIdentity(own.value, bytes);
        return plain.ok ? ok(plain.value.toString('utf8')) : fail(UNREADABLE);
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
      }
    },
    write: async (name, text) => {
      const own = await identity();
      if (!own.ok) return own;
      try {
        await makeFolder(path.dirname(fileOf(name)));
      } catch (error) {
        return fail(diskError(error));
      }
      const bytes = encryptToRecipients([own.value.recipient], Buffer.from(text));
      const written = await replaceFile(fileOf(name), bytes, async () => ok(true), 0o600);
      return written.ok ? ok(null) : written;
    },
    list: async (name) => {
      try {
        return ok(await readdir(fileOf(name)));
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
      }
    },
    remove: async (name) => {
      try {
        await rm(fileOf(name), { recursive: true, force: true });
        await flushFolder(path.dirname(fileOf(name)));
        return ok(null);
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
      }
    },
  };
}
