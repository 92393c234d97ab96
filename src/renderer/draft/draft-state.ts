import type { StoreApi } from 'zustand/vanilla';

import type { Coe } from '#domain/coe/coe.ts';
import type { Choice, Conflict } from '#domain/merge/conflict.ts';
import type { JsonPatch } from '#domain/merge/json-patch.ts';
import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

import type { SaveState } from './save-state.ts';

/** The state of the open COE that the editor shows. */
export type DraftState = {
  coe: Coe;
  readOnly: boolean;
  saveState: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** Where the last undo or redo changed something, so that the editor can scroll there; a new object each time. */
  undoTarget: { location: string } | null;
  /** Whether the unsaved changes are in the journal of this computer; null while nothing had to be written to it. */
  isInJournal: boolean | null;
  /** The COE before and after an external change was merged with unsaved changes; a new object each time. */
  lastMerge: { before: Coe; after: Coe } | null;
};

/** How a draft reaches the disk and the clock; tests replace both. */
export type DraftIo = {
  save: (coe: Coe, base: string) => Promise<Result<{ revision: string; savedAt: string }, AppError>>;
  open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
  /** Writes unsaved changes where they survive a crash. `since` is the ISO instant of the first unsaved change. */
  writeToJournal: (coe: Coe, base: string, since: string, as: EntryLabel) => Promise<Result<null, AppError>>;
  /** Adds what changed since an entry, all of it each time. Fails if it is not the newest entry any more. */
  appendToJournal: (coeId: string, patch: JsonPatch, to: EntryLabel) => Promise<Result<null, AppError>>;
  /** Removes the journal entry of a COE whose changes are all saved. */
  removeFromJournal: (coeId: string) => Promise<unknown>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** Puts the text that editors hold back into the draft. */
  flushPendingEdits: () => void;
  /** Makes the same changes while `isPeeking`, and leaves the text with the editors. */
  peekPendingEdits: () => void;
};

/**
 * `entry` numbers an entry of the journal, for later additions. `isAhead`: it has text that the draft does not have
 * yet, so the next save does not cover it.
 */
export type EntryLabel = { entry: number; isAhead: boolean };

/** Where a change belongs, for undo. */
export type ChangeOptions = {
  /** The section or part that changes, so that undo can lead back to it. */
  location: string;
  /** Names the field that is typed into; see undo-history. Left out for a change that is a step of its own. */
  key?: string;
};

/**
 * How a conflict with an external change is resolved: with the version on disk as it is (undo restores mine), or by
 * merging, with mine or the chosen side wherever both changed the same part (undo restores either version).
 */
export type Resolution = 'theirs' | 'mine' | ((conflict: Conflict) => Choice);

/** The open COE: its content, its undo history and its saves. There is one per COE while its library is open. */
export type Draft = {
  readonly id: string;
  readonly store: StoreApi<DraftState>;
  change: (change: (coe: Coe) => Coe, options: ChangeOptions) => void;
  /**
   * Called by an editor of this COE after each keystroke that it holds back, which is then due in the journal. Drafts of
   * other COEs that are open have nothing to do with it.
   */
  noteKeystroke: () => void;
  /** Calls the listener after each such keystroke. Returns the function that stops it. */
  onKeystroke: (listener: () => void) => () => void;
  /** Takes in the text that editors hold back, and makes what is typed after it a step of its own to undo. */
  endStep: () => void;
  /** False when there is nothing to undo, or the draft is read-only. */
  undo: () => boolean;
  /**
   * Returns a function that reverts the change just made, for the Undo button of a toast. It reverts only that change
   * and leaves later ones alone.
   */
  createRevert: () => () => void;
  redo: () => boolean;
  /** Saves what is unsaved. True when everything is on disk. */
  flush: () => Promise<boolean>;
  /** Another window has opened or closed the library. A draft with unsaved changes stays editable. */
  setReadOnly: (readOnly: boolean) => void;
  /** Main noticed that another program changed the file (`revision`) or removed it (null). */
  onExternalChange: (revision: string | null) => Promise<void>;
  resolveConflict: (resolution: Resolution) => Promise<void>;
  /** Cancels the saves that are due, until the next change or flush: none can succeed while the library is locked. */
  suspend: () => void;
  /** Ends the draft: it becomes read-only, and nothing of it is written any more. */
  dispose: () => void;
};
