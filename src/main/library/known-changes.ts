import { lstat } from 'node:fs/promises';

import { classifyFileName, plainNameOf } from '#main/coe-files/file-names.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, sameStamp, stampOf } from '#main/disk/file-stamp.ts';
import { pathInFolder } from '#main/disk/path-in-folder.ts';

import type { Catalogue } from './catalogue.ts';

/**
 * Whether the catalogue has the state of these files, as it does after Once itself saved or deleted them. A save would
 * otherwise list the whole folder, which takes longer the larger the library is.
 */
export async function areKnown(
  catalogue: Catalogue,
  { cipher, coes }: Pick<LibraryPaths, 'cipher' | 'coes'>,
  namesOnDisk: readonly string[],
): Promise<boolean> {
  for (const onDisk of namesOnDisk) {
    const name = plainNameOf(cipher, onDisk);
    const sorted = classifyFileName(name);
    if (sorted.is === 'ignored' || sorted.is === 'temporary') continue;
    const known = (sorted.is === 'coe' ? catalogue.get(sorted.id) : undefined) ?? catalogue.problem(name);
    // oxlint-disable-next-line no-await-in-loop -- a save changes one file
    const stamp = await stampAt(pathInFolder(coes, onDisk));
    if (stamp === 'unreadable') return false;
    const before = known?.stamp ?? null;
    if (stamp === null ? known !== undefined : before === null || !sameStamp(before, stamp)) return false;
  }
  return true;
}

/** The stamp of a file; null if there is none. */
async function stampAt(file: string): Promise<FileStamp | null | 'unreadable'> {
  try {
    return stampOf(await lstat(file));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === null) throw error;
    return errno === 'ENOENT' ? null : 'unreadable';
  }
}
