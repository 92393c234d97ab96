import { constants } from 'node:fs';
import { type FileHandle, lstat, open, opendir } from 'node:fs/promises';
import path from 'node:path';

import { fail, ok } from '#domain/result.ts';
import { errnoOf, nullOnDiskError } from '#main/disk/disk-error.ts';

import { LIMITS } from '../limits.ts';
import {
  IGNORED_FOLDERS,
  LINK,
  NOT_READABLE,
  type PickedSource,
  readUpTo,
  type RefusedFile,
  TOO_LARGE,
} from './file-source.ts';

/** Lists the files of a folder and of those in it. A folder inside that cannot be read is refused; links are too. */
export async function folderSource(root: string): Promise<PickedSource> {
  const paths: string[] = [];
  const refused: RefusedFile[] = [];
  const waiting: { folder: string; depth: number }[] = [{ folder: '', depth: 0 }];
  let count = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { folder, depth } = next;
    try {
      // oxlint-disable-next-line no-await-in-loop -- one folder after the other, so that few are open at once
      for await (const entry of await opendir(path.join(root, folder))) {
        const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
        count += 1;
        if (count > LIMITS.files) {
          refused.push({
            path: relative,
            reason: `Only ${LIMITS.files} files are read at once. Import the rest on its own.`,
          });
          return diskSource(root, paths.toSorted(), refused);
        }
        if (entry.isSymbolicLink()) refused.push({ path: relative, reason: LINK });
        else if (entry.isDirectory()) {
          if (IGNORED_FOLDERS.has(entry.name)) continue;
          if (depth >= LIMITS.depth) refused.push({ path: relative, reason: 'The folder is nested too deeply.' });
          else waiting.push({ folder: relative, depth: depth + 1 });
        } else if (entry.isFile() && entry.name !== '.DS_Store') paths.push(relative);
      }
    } catch (error) {
      if (errnoOf(error) === null || folder === '') throw error;
      refused.push({ path: folder, reason: 'The folder cannot be read.' });
    }
  }
  return diskSource(root, paths.toSorted(), refused);
}

/** Files by their paths below a folder. Nothing else below it can be read. */
export function diskSource(root: string, paths: readonly string[], refused: readonly RefusedFile[]): PickedSource {
  const known = new Set(paths);
  return {
    paths,
    refused,
    read: async (relative, most) => {
      if (!known.has(relative)) return fail(NOT_READABLE);
      let handle: FileHandle | null = null;
      try {
        // The file may have become a link since it was listed.
        handle = await open(path.join(root, relative), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
        const { size } = await handle.stat();
        if (most === undefined && size > LIMITS.fileBytes) return fail(TOO_LARGE);
        return ok(await readUpTo(handle, Math.min(size, most ?? size)));
      } catch (error) {
        if (errnoOf(error) === null) throw error;
        return fail(NOT_READABLE);
      } finally {
        await handle?.close();
      }
    },
    size: async (relative) => {
      if (!known.has(relative)) return null;
      const stats = await lstat(path.join(root, relative)).catch(nullOnDiskError);
      return stats?.isFile() === true ? stats.size : null;
    },
    close: () => undefined,
  };
}
