import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
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
  /** Writes a file as it is, already encrypted, unless it is there. Answers whether it was written. */
  readonly writeMissing: (name: string, bytes: Uint8Array) => Promise<Result<boolean, AppError>>;
  /** Gives a file another name in its folder. */
  readonly rename: (name: string, to: string) => Promise<Result<null, AppError>>;
  /** The names in a folder; none when it is not there. */
  readonly list: (folder: string) => Promise<Result<string[], AppError>>;
  /** Flushes a folder that is there, in case an earlier write got no further than that. */
  readonly flush: (folder: string) => Promise<Result<null, AppError>>;
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
  /** Makes a folder below `folder`, level by level, and flushes what holds the name of each. */
  const makeFolder = async (made: string): Promise<void> => {
    if (made !== folder && made !== path.dirname(made)) await makeFolder(path.dirname(made));
    const isNew = await makeOne(made);
    if (!isNew && flushed.has(made)) return;
    flushed.delete(made);
    await flushFolder(path.dirname(made));
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
    writeMissing: async (name, bytes) => {
      try {
        await makeFolder(path.dirname(fileOf(name)));
        if ((await readdir(path.dirname(fileOf(name)))).includes(path.basename(name))) return ok(false);
      } catch (error) {
        return fail(diskError(error));
      }
      const written = await replaceFile(fileOf(name), bytes, async () => ok(true), 0o600);
      return written.ok ? ok(true) : written;
    },
    rename: async (name, to) => {
      try {
        await rename(fileOf(name), fileOf(to));
        await flushFolder(path.dirname(fileOf(to)));
        return ok(null);
      } catch (error) {
        return fail(diskError(error));
      }
    },
    list: async (name) => {
      try {
        return ok(await readdir(fileOf(name)));
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok([]) : fail(diskError(error));
      }
    },
    flush: async (name) => {
      try {
        await flushFolder(fileOf(name));
        return ok(null);
      } catch (error) {
        return fail(diskError(error));
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

/** Makes one folder. False when it is there already. */
async function makeOne(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return false;
    throw error;
  }
}
