import type { ArchiveFormat, FileFormat } from '#domain/import/detect-format.ts';
import type { FileReading, ImportOptions } from '#domain/import/imported-report.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { RefusedFile } from './sources/file-source.ts';

/** Files that are read in one request: some single files, or all files of an archive of another app. */
export type ReadGroup = {
  readonly archive: ArchiveFormat | null;
  readonly files: readonly { readonly path: string; readonly format: FileFormat | null }[];
};

/** What was picked. `leftOut` are the files that are no reports, and `refused` those that cannot be read. */
export type ImportListing = {
  readonly groups: readonly ReadGroup[];
  readonly leftOut: readonly RefusedFile[];
  readonly refused: readonly RefusedFile[];
};

/** One file, or one entry of an archive, after reading. `sha256` is the hash of its bytes in hex. */
export type ReadEntry = { readonly path: string; readonly sha256: string; readonly reading: FileReading };

/**
 * A picture or file beside a report: its bytes, or null for them when only its existence was asked for. A `refused` one
 * has a reason, as a sentence.
 */
export type FoundAttachment =
  | { readonly is: 'found'; readonly bytes: Uint8Array | null }
  | { readonly is: 'missing' }
  | { readonly is: 'too-large' }
  | { readonly is: 'refused'; readonly reason: string };

/** The paths of what was picked: a folder, a zip, or files. */
export type Picked = readonly string[];

/** The tasks of the import thread. A request names what was picked by its paths, which never leave main. */
export type ImportTasks = {
  list: { request: { from: Picked }; answer: Result<ImportListing, AppError | string> };
  read: { request: { from: Picked; group: ReadGroup; options: ImportOptions }; answer: ReadEntry[] };
  /** A picture or file by its path in what was picked. */
  attachment: { request: { from: Picked; path: string; withBytes: boolean }; answer: FoundAttachment };
  /** The beginnings of some files as text; empty for one that cannot be read. */
  texts: { request: { from: Picked; paths: readonly string[]; most: number }; answer: string[] };
};
