import type { AppError } from './app-error.ts';

/** How the open library stands. `place` is its path, for people to read; it is never sent back as a path. */
export type LibraryState = {
  /** Names the library in requests that must reach this one and no other; the same as in `RecentLibrary`. */
  handle: string;
  name: string;
  place: string;
  /**
   * `loading` while files are read for the first time; lists answer with what is there so far. `locked` until its passphrase is
   * given, and `changing` while all of its files are encrypted or decrypted: nothing is known of its COEs then.
   */
  status: 'loading' | 'ready' | 'missing' | 'locked' | 'changing';
  /** Whether everything in it is encrypted on disk. */
  isEncrypted: boolean;
  /** Whether saving is possible at all: false for a missing folder, one we may not write to, and one that is open elsewhere. */
  writable: boolean;
  /** Whether another window of this computer has it open, so that it can only be read here until that one is gone. */
  isOpenElsewhere: boolean;
  /** The invented COEs that ship with the app, which never mix with the person's own. */
  isExamples: boolean;
  coeCount: number;
  problemCount: number;
  /** How many of the problems are other versions of COEs that are there. */
  copyCount: number;
  trashCount: number;
  /**
   * COEs whose file is an earlier state than one that was here before, put there by something else than Once: how many, and the
   * first few.
   */
  wentBack: { count: number; first: { id: string; title: string }[] };
  /** While loading: files read so far and in all. While changing: files copied. */
  progress: { done: number; total: number } | null;
  /** Why versions cannot be kept just now; saving goes on without them. */
  historyFault: AppError | null;
};

/** A library opened before. The handle means something only to main. */
export type RecentLibrary = { handle: string; name: string; place: string; isOpen: boolean };

/** A file in the library's folder that could not be read as a COE, and is left alone. */
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
    /** Another version of a COE that is there, in a file beside it. */
    | 'conflict-copy'
    /** A copy of a COE whose own file is gone. */
    | 'copy-alone'
    | 'not-opened'
    | 'not-sealed'
    | 'not-a-file'
    | 'not-permitted'
    | 'not-here-yet'
    | 'input-output';
  /** Where and what, without quoting the text. */
  detail: string;
  /** The COE that a copy is of. */
  coeId?: string;
  /** The COE that the file's name stands for, whose earlier versions may be there. */
  ownId?: string;
};

/** A COE in the trash. `trashId` names it there; the same COE may have been deleted more than once. */
export type TrashedCoe = { trashId: string; coeId: string; title: string; deletedAt: string };
