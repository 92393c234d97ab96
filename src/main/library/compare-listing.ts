import { coeFileName, classifyFileName } from '#main/coe-files/file-names.ts';
import { type FileStamp, sameStamp } from '#main/disk/file-stamp.ts';
import type { ListedFile } from '#main/search/worker-tasks.ts';

import type { Catalogue } from './catalogue.ts';

/** The differences between a listing and the catalogue: file names to read, and file names that are gone. */
export type Differences = { readonly toRead: string[]; readonly gone: string[] };

/** Compares a listing with the catalogue by stamps, without reading files: an equal stamp means an unchanged file. */
export function compareListing(catalogue: Catalogue, files: readonly ListedFile[]): Differences {
  const there = new Set<string>();
  const toRead: string[] = [];
  for (const { name, stamp } of files) {
    const sorted = classifyFileName(name);
    if (sorted.is === 'ignored' || sorted.is === 'temporary') continue;
    there.add(name);
    const known = sorted.is === 'coe' ? catalogue.get(sorted.id)?.stamp : undefined;
    const before: FileStamp | null | undefined = known ?? catalogue.problem(name)?.stamp;
    if (before === undefined || before === null || !sameStamp(before, stamp)) toRead.push(name);
  }
  const gone: string[] = [];
  for (const { summary } of catalogue.entries()) {
    const name = coeFileName(summary.id);
    if (!there.has(name)) gone.push(name);
  }
  for (const [name] of catalogue.problemEntries()) if (!there.has(name)) gone.push(name);
  return { toRead, gone };
}

/**
 * Whether so many files are gone at once that the folder itself must be unavailable: an unmounted disk, a sync service
 * at work. Then nothing counts as deleted. True for more than ten COEs and a fifth of all, or for all of several.
 */
export const looksEmptied = (gone: number, before: number): boolean =>
  (gone > 10 && gone * 5 > before) || (gone === before && before > 1);
