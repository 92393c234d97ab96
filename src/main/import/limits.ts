/** The limits of an import. Each protects against a file that would take all memory or time. */
export const LIMITS = {
  /** Bytes of one text file. The longest real reports have a few hundred kilobytes. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of all files of one zip after unpacking. */
  zipBytes: 1024 * 1024 * 1024,
  /** How many times larger a file may become when it is unpacked; text seldom exceeds 20. */
  zipRatio: 200,
  files: 50_000,
  /** Folders in folders. */
  depth: 40,
  pathLength: 1000,
  /** Milliseconds of processor time to read one file, some files, or a whole archive of an app. */
  fileMs: 10_000,
  groupMs: 30_000,
  archiveMs: 120_000,
  /** Files that the thread reads in one request. */
  filesAtOnce: 20,
} as const;

/** The start of a file that is enough to recognise its format. */
export const HEAD_BYTES = 64 * 1024;
