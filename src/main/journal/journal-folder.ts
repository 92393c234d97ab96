import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';
import { plainNameOf, pathOf, classifyFileName } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

/**
 * The subfolders of a journal: entries of this session, entries of earlier sessions, entries that a person discarded,
 * and what was typed in forms but not sent.
 */
export const JOURNAL_SUBFOLDERS = ['current', 'recovered', 'discarded', 'unsent'] as const;
export type JournalSubfolder = (typeof JOURNAL_SUBFOLDERS)[number];

/** The files of one library's journal. All content and names go through the library's cipher. */
export type JournalFolder = {
  readonly write: (subfolder: JournalSubfolder, name: string, bytes: Uint8Array) => Promise<Result<null, AppError>>;
  /**
   * Creates a file without waiting for the disk: it survives a kill, and a power cut once `flush` succeeds. Fails if
   * the file exists. A file that was cut short does not parse.
   */
  readonly create: (subfolder: JournalSubfolder, name: string, bytes: Uint8Array) => Promise<Result<null, AppError>>;
  /** Flushes a file made by `create`. Succeeds if it was removed in the meantime. */
  readonly flush: (subfolder: JournalSubfolder, name: string) => Promise<Result<null, AppError>>;
  /** The content of a file; null if there is none. */
  readonly find: (subfolder: JournalSubfolder, name: string) => Promise<Result<Uint8Array | null, AppError>>;
  /** Null if the entry is missing or unreadable. */
  readonly read: (subfolder: JournalSubfolder, name: string) => Promise<Uint8Array | null>;
  readonly names: (subfolder: JournalSubfolder) => Promise<string[]>;
  readonly move: (
    name: string,
    from: JournalSubfolder,
    to: JournalSubfolder,
    as?: string,
  ) => Promise<Result<null, AppError>>;
  readonly remove: (subfolder: JournalSubfolder, name: string) => Promise<void>;
  /** Removes files older than `olderThan` milliseconds, and temporary files left by a crash. */
  readonly clear: (subfolder: JournalSubfolder, olderThan: number, now: number) => Promise<void>;
};

const SAFE_NAME = /^[0-9A-Za-z-]{1,100}\.json$/;

/** Opens a journal folder. Creates its subfolders on the first write. */
export function openJournalFolder(folder: string, cipher: FileCipher): JournalFolder {
  const subfolderPath = (subfolder: JournalSubfolder): string => path.join(folder, subfolder);
  const fileOf = (subfolder: JournalSubfolder, name: string): string => pathOf(cipher, subfolderPath(subfolder), name);
  const make = async (subfolder: JournalSubfolder): Promise<void> => {
    const first = await mkdir(subfolderPath(subfolder), { recursive: true });
    if (first !== undefined) await flushFolder(path.dirname(first));
  };
  const onDisk = async (subfolder: JournalSubfolder): Promise<string[]> => {
    return (await readdir(subfolderPath(subfolder)).catch(nullOnDiskError)) ?? [];
  };
  const find: JournalFolder['find'] = async (subfolder, name) => {
    if (!SAFE_NAME.test(name)) return ok(null);
    const read = await readFileBytes(cipher, fileOf(subfolder, name));
    return read.ok ? ok(read.value?.bytes ?? null) : read;
  };
  const remove = async (file: string): Promise<void> => {
    await unlink(file).catch(nullOnDiskError);
  };
  return {
    write: async (subfolder, name, bytes) => {
      try {
        await make(subfolder);
      } catch (error) {
        return fail(diskError(error));
      }
      const written = await replaceFile(fileOf(subfolder, name), cipher.encrypt(bytes), () =>
        Promise.resolve(ok(true)),
      );
      return written.ok ? ok(null) : written;
    },
    create: async (subfolder, name, bytes) => {
      const file = fileOf(subfolder, name);
      let isCreated = false;
      try {
        await make(subfolder);
        const handle = await open(file, 'wx', 0o644);
        isCreated = true;
        try {
          await handle.writeFile(cipher.encrypt(bytes));
        } finally {
          await handle.close();
        }
        return ok(null);
      } catch (error) {
        if (isCreated) await remove(file);
        return fail(diskError(error));
      }
    },
    flush: async (subfolder, name) => {
      try {
        const handle = await open(fileOf(subfolder, name), 'r+');
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await flushFolder(subfolderPath(subfolder));
        return ok(null);
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? ok(null) : fail(diskError(error));
      }
    },
    find,
    read: async (subfolder, name) => {
      const found = await find(subfolder, name);
      return found.ok ? found.value : null;
    },
    names: async (subfolder) =>
      (await onDisk(subfolder)).map((name) => plainNameOf(cipher, name)).filter((name) => SAFE_NAME.test(name)),
    move: async (name, from, to, as = name) => {
      if (!SAFE_NAME.test(name)) return fail({ kind: 'not-found' });
      try {
        await make(to);
        await rename(fileOf(from, name), fileOf(to, as));
        await flushFolder(subfolderPath(to));
        await flushFolder(subfolderPath(from));
        return ok(null);
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? fail({ kind: 'not-found' }) : fail(diskError(error));
      }
    },
    remove: (subfolder, name) => remove(fileOf(subfolder, name)),
    clear: async (subfolder, olderThan, now) => {
      for (const name of await onDisk(subfolder)) {
        const file = path.join(subfolderPath(subfolder), name);
        const limit = classifyFileName(name).is === 'temporary' ? Math.min(olderThan, 60_000) : olderThan;
        try {
          // oxlint-disable-next-line no-await-in-loop -- a handful of files
          if (now - (await stat(file)).mtimeMs > limit) await remove(file);
        } catch (error) {
          if (errnoOf(error) === null) throw error;
        }
      }
    },
  };
}
