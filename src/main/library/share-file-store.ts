import { readdir } from 'node:fs/promises';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { isForeignName, pathOf, plainNameOf } from '#main/coe-files/file-names.ts';
import { makeFolderInLibrary } from '#main/coe-files/make-library-folders.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { replaceFile } from '#main/disk/atomic-write.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { revisionOf } from '#main/disk/revision.ts';

import { type LibraryCore, refusalOf } from './library-core.ts';

/** Attempts to replace a file that another program changes at the same time. */
const ATTEMPTS = 3;

/**
 * Keeps the files about shares of a COE beside its versions, encrypted if the library is. Names are plain names. They are
 * deleted with the versions.
 */
export type ShareFileStore = {
  /** The names beside the versions of a COE, those of versions included; none if there are none. */
  readonly list: (coeId: string) => Promise<Result<readonly string[], AppError>>;
  /** The content of a file; null if there is none. */
  readonly read: (coeId: string, name: string) => Promise<Result<Uint8Array | null, AppError>>;
  /**
   * Replaces a file atomically with what `change` makes of its content; null for no file. `change` may be called again
   * when another program changed the file meanwhile. Nothing is written if it fails or returns null.
   */
  readonly change: (
    coeId: string,
    name: string,
    change: (bytes: Uint8Array | null) => Result<Uint8Array | null, AppError>,
  ) => Promise<Result<null, AppError>>;
};

/** Creates the store of an open library. */
export function createShareFileStore(core: LibraryCore): ShareFileStore {
  const { paths } = core;
  const { cipher, versions } = paths;
  const folderOf = (coeId: string): string => pathOf(cipher, versions, coeId);

  const read = async (coeId: string, name: string): Promise<Result<Uint8Array | null, AppError>> => {
    const found = await readFileBytes(cipher, pathOf(cipher, folderOf(coeId), name));
    return found.ok ? ok(found.value?.bytes ?? null) : found;
  };

  const flushed = async (folder: string): Promise<Result<null, AppError>> => {
    try {
      await flushFolder(folder);
      return ok(null);
    } catch (error) {
      return fail(diskError(error));
    }
  };

  const revision = (bytes: Uint8Array | null): string | null => (bytes === null ? null : revisionOf(bytes));

  return {
    read,
    list: async (coeId) => {
      try {
        const names = await readdir(folderOf(coeId));
        return ok(names.map((name) => plainNameOf(cipher, name)).filter((name) => !isForeignName(name)));
      } catch (error) {
        return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '') ? ok([]) : fail(diskError(error));
      }
    },
    change: (coeId, name, change) =>
      core.mutex.run(`shares/${coeId}`, async () => {
        const refused = refusalOf(core);
        if (refused !== null) return fail(refused);
        const ready = await makeFolderInLibrary(paths, versions);
        if (!ready.ok) return ready;
        const made = await makeFolderInLibrary({ folder: versions }, folderOf(coeId));
        if (!made.ok) return made;
        for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
          // oxlint-disable-next-line no-await-in-loop -- each attempt depends on the last one
          const before = await read(coeId, name);
          if (!before.ok) return before;
          const changed = change(before.value);
          if (!changed.ok) return changed;
          // An earlier try may have written the file and failed to flush it.
          if (changed.value === null) return before.value === null ? ok(null) : flushed(folderOf(coeId));
          const expected = revision(before.value);
          // oxlint-disable-next-line no-await-in-loop -- as above
          const replaced = await replaceFile(
            pathOf(cipher, folderOf(coeId), name),
            cipher.encrypt(changed.value),
            async () => {
              const again = await read(coeId, name);
              return again.ok ? ok(revision(again.value) === expected) : again;
            },
          );
          if (!replaced.ok) return replaced;
          if (replaced.value !== null) return ok(null);
        }
        return fail({ kind: 'changed-outside', current: null });
      }),
  };
}
