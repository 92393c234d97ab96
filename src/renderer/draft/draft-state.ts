import type { StoreApi } from 'zustand/vanilla';

import type { Coe } from '#domain/coe/coe.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

import type { SaveState } from './save-state.ts';

/** What the open COE is, to the page. */
export type DraftState = {
  coe: Coe;
  readOnly: boolean;
  saveState: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** Where the last undo or redo changed something, so that the view can go there; a new object each time. */
  travelledTo: { place: string } | null;
  /** Whether the words that are not saved are kept in the journal of this computer; null while nothing had to be. */
  isKept: boolean | null;
  /** What the screen said before and after a change from outside came in beside unsaved words; a new object each time. */
  broughtIn: { before: Coe; after: Coe } | null;
};

/** How a draft reaches the disk and tells the time; given, so that a test can hold both still. */
export type DraftOutside = {
  save: (coe: Coe, base: string) => Promise<Result<{ revision: string; savedAt: string }, AppError>>;
  open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
  /** Keeps words that are not saved yet where they outlast a crash. */
  keep: (coe: Coe, base: string, since: string) => Promise<Result<null, AppError>>;
  /** Lets go of them: everything is saved. */
  drop: (coeId: string) => Promise<unknown>;
  now: () => number;
  /** Brings in what editors have not handed over yet. */
  collectPending: () => void;
};

export type ChangeOptions = {
  /** The section or part it happens in, for undo to lead back to. */
  place: string;
  /** Names what is typed into; see undo-history. Left out for changes that are a step of their own. */
  key?: string;
};

/**
 * How a change from outside is settled: the version on disk as it is (mine can be undone back to), or both merged, with mine
 * or what was chosen wherever both wrote (either version can be undone back to).
 */
export type Settlement = 'theirs' | 'mine' | ((conflict: Conflict) => Choice);

/** The open COE: its words, its history and its way to disk. One per COE, for as long as the app runs. */
export type Draft = {
  readonly id: string;
  readonly store: StoreApi<DraftState>;
  change: (change: (coe: Coe) => Coe, options: ChangeOptions) => void;
  undo: () => boolean;
  /**
   * What takes back the change that was just made, to be offered with the word of it. When others were made since, it takes
   * back that one alone and leaves them as they are.
   */
  takingBack: () => () => void;
  redo: () => boolean;
  /** Saves what is pending now. True when everything is on disk. */
  flush: () => Promise<boolean>;
  /** Another window has the library from now on, or no longer has. Words that are not saved yet stay open to writing. */
  setReadOnly: (readOnly: boolean) => void;
  /** Main noticed that the file is another one (`revision`) or gone (null). */
  noticeOutsideChange: (revision: string | null) => Promise<void>;
  settle: (settlement: Settlement) => Promise<void>;
  /** Cancels the saves that are due, until the next change or flush: none can succeed while the library is locked. */
  suspend: () => void;
  /** Ends the draft: it becomes read-only, and nothing of it is written any more. */
  dispose: () => void;
};
