import type { KindId } from '#domain/coe/vocabulary.ts';
import type { Moment } from '#domain/time/moment.ts';

import type { AppError } from './app-error.ts';

/** The state of the library. `folder` is its path, for display; it is never sent back as a path. */
export type LibraryState = {
  /** Identifies the library in requests that must reach this one only; the same as in `RecentLibrary`. */
  handle: string;
  name: string;
  folder: string;
  /**
   * `loading` while files are read for the first time; lists then return what has been read so far. `locked` until the
   * passphrase is given, `changing` while all files are encrypted or decrypted, and `failed` if an unexpected error kept
   * it from being opened: nothing is known of its COEs then.
   */
  status: 'loading' | 'ready' | 'missing' | 'locked' | 'changing' | 'failed';
  /** Whether the folder of a missing library is there, but empty, so that the library can begin again in it. */
  isFolderEmpty: boolean;
  /** Whether the files of the library are encrypted on disk. */
  isEncrypted: boolean;
  /** Whether COEs can be saved: false for a missing or read-only folder, and for a library that is open elsewhere. */
  writable: boolean;
  /**
   * Whether another process on this computer has the library open, so that it is read-only here until that one closes
   * it.
   */
  isOpenElsewhere: boolean;
  /** Whether this is the example library that ships with the app. */
  isExamples: boolean;
  coeCount: number;
  problemCount: number;
  /** How many of the problems are conflict copies of COEs that exist. */
  copyCount: number;
  trashCount: number;
  /** COEs that another program set back to an earlier state: how many, and the first few. */
  rolledBack: { count: number; first: { id: string; title: string }[] };
  /** Files read (`loading`) or copied (`changing`) so far and in all; else null. */
  progress: { done: number; total: number } | null;
  /** Why versions cannot be stored now; null when they can. Saving continues without them. */
  versionsError: AppError | null;
};

/** A library that was opened before. Only main can resolve the handle. `folder` is its path, for display. */
export type RecentLibrary = { handle: string; name: string; folder: string; isOpen: boolean };

/** A file in the library's folder that could not be read as a COE and is left unchanged. */
export type Problem = {
  fileName: string;
  reason:
    | 'empty'
    | 'zero-filled'
    | 'wrong-encoding'
    | 'too-large'
    | 'too-deep'
    | 'not-json'
    | 'not-a-coe'
    | 'newer-version'
    | 'invalid'
    | 'wrong-name'
    /** A conflict copy of a COE that exists. */
    | 'conflict-copy'
    /** A conflict copy of a COE whose own file is gone. */
    | 'copy-alone'
    | 'not-opened'
    | 'not-sealed'
    | 'not-a-file'
    | 'not-permitted'
    | 'not-here-yet'
    | 'input-output';
  /** Describes the problem without quoting the file's text. */
  detail: string;
  /** For a conflict copy: the id of its COE. */
  coeId?: string;
  /** The id in the file's name, whose versions may be available. */
  ownId?: string;
};

/**
 * A COE in the trash. `trashId` identifies the deletion: the same COE may have been deleted more than once. `deletedAt`
 * is ISO 8601 in UTC. If its file cannot be read, `title` is empty, and `kind` and `happened` are null.
 */
export type TrashedCoe = {
  trashId: string;
  coeId: string;
  title: string;
  kind: KindId | null;
  happened: Moment | null;
  deletedAt: string;
};

/** Services that copy a folder to other devices and, except Syncthing, to a server. */
export type SyncService = 'iCloud Drive' | 'Dropbox' | 'OneDrive' | 'Google Drive' | 'Nextcloud' | 'Syncthing';
