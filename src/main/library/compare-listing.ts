import { coeFileName, classifyFileName } from '#main/coe-files/file-names.ts';
import { type FileStamp, sameStamp } from '#main/disk/file-stamp.ts';
import type { ListedFile } from '#main/search/worker-tasks.ts';

import type { Catalogue } from './catalogue.ts';

/** What a listing of the folder says against the catalogue: names to read, and names that are not there any more. */
export type Differences = { readonly toRead: string[]; readonly gone: string[] };

/** Compares without reading anything. A file whose stamp is the one it had when it was read is taken to be the same. */
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
 * Whether so much is gone at once that the folder itself must be out of reach: an unmounted disk, a sync service at work.
 * Then nothing counts as deleted. More than ten COEs and a fifth of all, or every one of several.
 */
export const looksEmptied = (gone: number, before: number): boolean =>
  (gone > 10 && gone * 5 > before) || (gone === before && before > 1);
