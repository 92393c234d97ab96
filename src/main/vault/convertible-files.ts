import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, stampOf } from '#main/disk/file-stamp.ts';

/** A file in one of the library's rooms, by the names of the folders to it and its own. */
export type ConvertibleFile = { readonly segments: readonly string[]; readonly stamp: FileStamp };

/**
 * Every file of a room that is converted, folders in it included. Hidden files belong to the system, a sync service or a save
 * that was cut short; links and pipes to nobody. Null when there is no such room.
 */
export async function listConvertibleFiles(room: string): Promise<ConvertibleFile[] | null> {
  const files: ConvertibleFile[] = [];
  const walk = async (steps: readonly string[]): Promise<void> => {
    for (const entry of await readdir(path.join(room, ...steps), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name.startsWith('~')) continue;
      const inside = [...steps, entry.name];
      if (entry.isDirectory()) await walk(inside);
      else if (entry.isFile())
        files.push({ segments: inside, stamp: stampOf(await lstat(path.join(room, ...inside))) });
    }
  };
  try {
    await walk([]);
    return files;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    throw error;
  }
}
