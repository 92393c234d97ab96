import type { Stats } from 'node:fs';

/** Identifies a version of a file without reading it: modification time in milliseconds, size in bytes, and inode. */
export type FileStamp = { readonly mtimeMs: number; readonly size: number; readonly ino: number };

/** Takes the stamp from a stat. */
export const stampOf = (stat: Pick<Stats, 'mtimeMs' | 'size' | 'ino'>): FileStamp => ({
  mtimeMs: stat.mtimeMs,
  size: stat.size,
  ino: stat.ino,
});

/** Whether two stamps are of the same version of a file. */
export const sameStamp = (first: FileStamp, second: FileStamp): boolean =>
  first.mtimeMs === second.mtimeMs && first.size === second.size && first.ino === second.ino;
