import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { type FileStamp, stampOf } from '#main/disk/file-stamp.ts';

/** A file in a converted folder: its path segments relative to that folder, by their names on disk, and its stamp. */
export type ConvertibleFile = { readonly segments: readonly string[]; readonly stamp: FileStamp };

/**
 * Lists the files of a folder and its subfolders; null if there is no such folder. Skips hidden and temporary files,
 * links and pipes.
 */
export async function listConvertibleFiles(converted: string): Promise<ConvertibleFile[] | null> {
  const files: ConvertibleFile[] = [];
  const walk = async (steps: readonly string[]): Promise<void> => {
    for (const entry of await readdir(path.join(converted, ...steps), { withFileTypes: true })) {
      if (entry.name.startsWith('.') || entry.name.startsWith('~')) continue;
      const inside = [...steps, entry.name];
      if (entry.isDirectory()) await walk(inside);
      else if (entry.isFile())
        files.push({ segments: inside, stamp: stampOf(await lstat(path.join(converted, ...inside))) });
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
