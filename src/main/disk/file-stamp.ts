import type { Stats } from 'node:fs';

/** What tells a file that was touched from one that was not, without reading it. */
export type FileStamp = { readonly mtimeMs: number; readonly size: number; readonly ino: number };

/** The stamp of a file's stat. */
export const stampOf = (stat: Pick<Stats, 'mtimeMs' | 'size' | 'ino'>): FileStamp => ({
  mtimeMs: stat.mtimeMs,
  size: stat.size,
  ino: stat.ino,
});

/** Tells whether two stamps are of the same version of a file. */
export const sameStamp = (first: FileStamp, second: FileStamp): boolean =>
  first.mtimeMs === second.mtimeMs && first.size === second.size && first.ino === second.ino;
