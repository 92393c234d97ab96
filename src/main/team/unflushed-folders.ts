import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { diskError, errnoOf } from '#main/disk/disk-error.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';

/** Folders in which a change may not survive a power cut, because flushing failed after it. */
export type UnflushedFolders = {
  readonly add: (...folders: readonly string[]) => void;
  /**
   * Flushes them, so that what is read and remembered from now on stays on the disk. Those that cannot be flushed stay
   * for the next time; a folder that is gone needs no flush.
   */
  readonly flush: () => Promise<Result<null, AppError>>;
};

/** Creates an empty list of such folders. */
export function createUnflushedFolders(): UnflushedFolders {
  const unflushed = new Set<string>();
  return {
    add: (...folders) => {
      for (const folder of folders) unflushed.add(folder);
    },
    flush: async () => {
      for (const folder of unflushed) {
        // Removed first: a change that fails to be flushed meanwhile adds it again.
        unflushed.delete(folder);
        try {
          // oxlint-disable-next-line no-await-in-loop -- one or two folders, after a failure
          await flushFolder(folder);
        } catch (error) {
          if (errnoOf(error) === 'ENOENT') continue;
          unflushed.add(folder);
          return fail(diskError(error));
        }
      }
      return ok(null);
    },
  };
}
