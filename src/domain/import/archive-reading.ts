import type { FileReading, ImportOptions } from './imported-report.ts';

/**
 * A file of a folder or an archive. `path` is relative to what was picked, with `/`. `text` is null for a file that is
 * no text, such as a photo; a reader needs only its name.
 */
export type ArchiveFile = { readonly path: string; readonly text: string | null };

/**
 * What became of one entry of an archive, or of one of its files. The second entry of a file has the path `file#2`.
 * `content` is the text that the entry was made from; its hash tells whether the entry has changed since an earlier
 * import. Null for what gave no report.
 */
export type EntryReading = {
  readonly path: string;
  readonly content: string | null;
  readonly reading: FileReading;
};

/**
 * A reader of a format that consists of several files, or has several entries in a file. Every entry and every file is
 * in the result or is an attachment of a report, so that nothing is lost unnoticed. Never throws for any content.
 */
export type ArchiveReader = (files: readonly ArchiveFile[], options: ImportOptions) => readonly EntryReading[];

/** An entry or a file that gave no report. */
export const leftOut = (is: 'skipped' | 'refused', path: string, reason: string): EntryReading => ({
  path,
  content: null,
  reading: { is, reason },
});

/** The path of an entry in a file with several; `index` counts from 0. */
export const entryPath = (path: string, index: number): string => (index === 0 ? path : `${path}#${index + 1}`);

/** Adds the files that are neither in the readings nor an attachment of a report, as skipped. */
export function withOtherFiles(
  files: readonly ArchiveFile[],
  readings: readonly EntryReading[],
  reasonFor: (path: string) => string,
): EntryReading[] {
  const known = new Set<string>();
  for (const { path, reading } of readings) {
    known.add(path.replace(/#\d+$/, '')).add(path);
    if (reading.is !== 'reports') continue;
    for (const { source, attachments } of reading.reports)
      for (const attachment of attachments) known.add(pathBeside(source.path, attachment.path));
  }
  const others = files.filter(({ path }) => !known.has(path));
  return [...readings, ...others.map(({ path }) => leftOut('skipped', path, reasonFor(path)))];
}

/** The path of a file that a report names relative to itself: `../photos/a.jpg` in `notes/b.md` is `photos/a.jpg`. */
export function pathBeside(reportPath: string, relative: string): string {
  const parts = reportPath.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The path of a file relative to a report, the inverse of `pathBeside`. */
export function relativeTo(reportPath: string, path: string): string {
  const [from, to] = [reportPath.split('/').slice(0, -1), path.split('/')];
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
