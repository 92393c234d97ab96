import { mkdir } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';

/** Flushes one folder, so that renames in it survive a power cut. Throws what the disk answers. */
export type FlushFolder = (folder: string) => Promise<void>;

/** The folders of a library, made and flushed for what is exchanged. */
export type LibraryFolders = {
  /** Makes a folder in the library, unless it is there or is the library itself, so that it survives a power cut. */
  readonly make: (folder: string) => Promise<Result<null, AppError>>;
  /** Flushes some folders, in their order. One that is gone needs no flush. */
  readonly flush: (folders: Iterable<string>) => Promise<Result<null, AppError>>;
};

/** The folders of the library in a folder. */
export function createLibraryFolders(library: string, flushFolder: FlushFolder): LibraryFolders {
  /** Those that were there before the library was flushed last. Whoever made another one may have ended before that. */
  const lasting = new Set<string>([library]);
  const attempt = async (work: () => Promise<unknown>): Promise<Result<null, AppError>> => {
    try {
      await work();
      return ok(null);
    } catch (error) {
      return fail(diskError(error));
    }
  };
  const keep = (folder: string): Promise<Result<null, AppError>> =>
    attempt(async () => {
      if (lasting.has(folder)) return;
      await flushFolder(library);
      lasting.add(folder);
    });
  const flushOne = async (folder: string): Promise<Result<null, AppError>> => {
    try {
      await flushFolder(folder);
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') return fail(diskError(error));
      // One that is made in its place does not last before the library is flushed again.
      lasting.delete(folder);
      return attempt(() => flushFolder(library));
    }
    return keep(folder);
  };
  return {
    make: async (folder) => {
      if (folder === library) return ok(null);
      try {
        await mkdir(folder);
        lasting.delete(folder);
      } catch (error) {
        if (errnoOf(error) === 'ENOENT') return fail({ kind: 'library-missing' });
        if (errnoOf(error) !== 'EEXIST') return fail(diskError(error));
      }
      return keep(folder);
    },
    flush: async (folders) => {
      for (const folder of folders) {
        // oxlint-disable-next-line no-await-in-loop -- a few folders, one after the other
        const flushed = await flushOne(folder);
        if (!flushed.ok) return flushed;
      }
      return ok(null);
    },
  };
}
