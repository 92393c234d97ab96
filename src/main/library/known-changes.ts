import { lstat } from 'node:fs/promises';

import { classifyFileName, plainNameOf } from '#main/coe-files/file-names.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, sameStamp, stampOf } from '#main/disk/file-stamp.ts';
import type { KeyedMutex } from '#main/disk/keyed-mutex.ts';
import { pathInFolder } from '#main/disk/path-in-folder.ts';

import type { Catalogue } from './catalogue.ts';

/** The parts of a library that know what Once itself changed. */
type Knowing = {
  readonly catalogue: Catalogue;
  readonly paths: Pick<LibraryPaths, 'cipher' | 'coes'>;
  /** Held while Once changes a COE. */
  readonly mutex: Pick<KeyedMutex, 'isLocked' | 'whenFree'>;
};

/**
 * Whether the catalogue has the state of these files, as it does after Once itself saved or deleted them. A save would
 * otherwise list the whole folder, which takes longer the larger the library is.
 */
export async function areKnown(
  { catalogue, paths: { cipher, coes }, mutex }: Knowing,
  namesOnDisk: readonly string[],
): Promise<boolean> {
  const isKnown = async (name: string, onDisk: string, id: string | null): Promise<boolean> => {
    const stamp = await stampAt(pathInFolder(coes, onDisk));
    const known = (id === null ? undefined : catalogue.get(id)) ?? catalogue.problem(name);
    if (stamp === 'unreadable') return false;
    if (stamp === null) return known === undefined;
    const before = known?.stamp ?? null;
    return before !== null && sameStamp(before, stamp);
  };
  /**
   * Waits for a save to end, because it renames the file before the catalogue knows. The mutex is not taken: a scan leaves
   * out a COE that is locked.
   */
  const isCoeKnown = async (name: string, onDisk: string, id: string): Promise<boolean> => {
    await mutex.whenFree(id);
    const is = await isKnown(name, onDisk, id);
    return is || !mutex.isLocked(id) ? is : isCoeKnown(name, onDisk, id);
  };
  for (const onDisk of namesOnDisk) {
    const name = plainNameOf(cipher, onDisk);
    const sorted = classifyFileName(name);
    if (sorted.is === 'ignored' || sorted.is === 'temporary') continue;
    // oxlint-disable-next-line no-await-in-loop -- a save changes one file
    const is = await (sorted.is === 'coe' ? isCoeKnown(name, onDisk, sorted.id) : isKnown(name, onDisk, null));
    if (!is) return false;
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
