import { type Dirent, readdirSync } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { classifyFileName } from '#main/coe-files/file-names.ts';

import { isSafeEntryName, LIBRARY_PARTS } from './entry-name.ts';
import type { Manifest } from './manifest.ts';

/** The files of a library by entry name, and what cannot be backed up. */
export type FilesToBackUp = { readonly names: string[]; readonly leftOut: Manifest['leftOut'] };

/**
 * Lists the files of a library in a stable order. Skips temporary files; symbolic links and unsafe names go to
 * `leftOut`. Throws a disk error.
 */
export function listFilesToBackUp(folder: string): FilesToBackUp {
  const names: string[] = [];
  const leftOut: Manifest['leftOut'] = [];
  const walk = (part: string): void => {
    for (const entry of entriesOf(path.join(folder, part))) {
      const name = `${part}/${entry.name}`;
      if (classifyFileName(entry.name).is === 'temporary') continue;
      if (entry.isDirectory()) walk(name);
      else if (entry.isFile() && isSafeEntryName(name)) names.push(name);
      else leftOut.push({ name, reason: 'not-a-file' });
    }
  };
  for (const part of LIBRARY_PARTS) walk(part);
  return { names, leftOut };
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []; // a library without trash has no such folder
    throw error;
  }
}
