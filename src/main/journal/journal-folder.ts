import { mkdir, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { nameOf, nameOnDisk, sortFileName } from '#main/coe-files/file-names.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import type { Sealer } from '#main/encryption/file-cipher.ts';

/** What is being written, what an earlier start left behind, and what a person put away. */
export const JOURNAL_SHELVES = ['current', 'recovered', 'discarded'] as const;
export type JournalShelf = (typeof JOURNAL_SHELVES)[number];

/** The files of one library's journal. Every byte and name of it passes here, and through the library's sealer. */
export type JournalFolder = {
  readonly write: (shelf: JournalShelf, name: string, bytes: Uint8Array) => Promise<Result<null, AppError>>;
  /** Null when there is none, or it cannot be read. */
  readonly read: (shelf: JournalShelf, name: string) => Promise<Uint8Array | null>;
  readonly names: (shelf: JournalShelf) => Promise<string[]>;
  readonly move: (name: string, from: JournalShelf, to: JournalShelf, as?: string) => Promise<Result<null, AppError>>;
  readonly remove: (shelf: JournalShelf, name: string) => Promise<void>;
  /** Removes what is older than that many milliseconds, and temporary files that a crash left. */
  readonly clear: (shelf: JournalShelf, olderThan: number, now: number) => Promise<void>;
};

const SAFE_NAME = /^[0-9A-Za-z-]{1,100}\.json$/;

/** Makes the folder's keeper. Folders are made when something is written. */
export function openJournalFolder(folder: string, sealer: Sealer): JournalFolder {
  const shelfOf = (shelf: JournalShelf): string => path.join(folder, shelf);
  const fileOf = (shelf: JournalShelf, name: string): string => path.join(shelfOf(shelf), nameOnDisk(sealer, name));
  const make = async (shelf: JournalShelf): Promise<void> => {
    const first = await mkdir(shelfOf(shelf), { recursive: true });
    if (first !== undefined) await flushFolder(path.dirname(first));
  };
  const onDisk = async (shelf: JournalShelf): Promise<string[]> => {
    try {
      return await readdir(shelfOf(shelf));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return [];
    }
  };
  const remove = async (file: string): Promise<void> => {
    try {
      await unlink(file);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  };
  return {
    write: async (shelf, name, bytes) => {
      try {
        await make(shelf);
      } catch (error) {
        return fail(diskError(error));
      }
      const written = await replaceFile(fileOf(shelf, name), sealer.seal(bytes), () => Promise.resolve(ok(true)));
      return written.ok ? ok(null) : written;
    },
    read: async (shelf, name) => {
      if (!SAFE_NAME.test(name)) return null;
      const read = await readFileBytes(sealer, fileOf(shelf, name));
      return read.ok ? (read.value?.bytes ?? null) : null;
    },
    names: async (shelf) =>
      (await onDisk(shelf)).map((name) => nameOf(sealer, name)).filter((name) => SAFE_NAME.test(name)),
    move: async (name, from, to, as = name) => {
      if (!SAFE_NAME.test(name)) return fail({ kind: 'not-found' });
      try {
        await make(to);
        await rename(fileOf(from, name), fileOf(to, as));
        await flushFolder(shelfOf(to));
        await flushFolder(shelfOf(from));
        return ok(null);
      } catch (error) {
        return errnoOf(error) === 'ENOENT' ? fail({ kind: 'not-found' }) : fail(diskError(error));
      }
    },
    remove: (shelf, name) => remove(fileOf(shelf, name)),
    clear: async (shelf, olderThan, now) => {
      for (const name of await onDisk(shelf)) {
        const file = path.join(shelfOf(shelf), name);
        const limit = sortFileName(name).is === 'temporary' ? Math.min(olderThan, 60_000) : olderThan;
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
