import { createStore } from 'zustand/vanilla';

import type { Coe } from '#domain/coe/coe.ts';
import { withoutEmptyRows } from '#domain/coe/empty-rows.ts';
import { merge } from '#domain/merge/merge.ts';
import { fail } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

import { createMutex } from './create-mutex.ts';
import type { ChangeOptions, Draft, DraftIo, DraftState, Resolution } from './draft-state.ts';
import { createJournalWriter } from './journal-writer.ts';
import { isPeeking } from './pending-edits.ts';
import { applyResolution, mergeExternal, withEmptyRows } from './merge-external.ts';
import type { FileVersion, SaveState } from './save-state.ts';
import { createSaveTimer } from './save-timer.ts';
import { emptyHistory, pushExternalStep, pushStep, stepBack, stepForward, type UndoHistory } from './undo-history.ts';
import { addWritingTime, roundedMinutes } from './writing-time.ts';

/** Creates the draft of a COE that was just opened. */
export function createDraft(opened: OpenedCoe, io: DraftIo): Draft {
  const store = createStore<DraftState>(() => ({
    coe: opened.coe,
    readOnly: opened.readOnly,
    saveState: { kind: 'saved', at: null },
    canUndo: false,
    canRedo: false,
    undoTarget: null,
    lastMerge: null,
    isInJournal: null,
  }));

  let revision = opened.revision;
  /**
   * The version on disk as far as this draft knows, with the empty rows that stay on the screen and out of the file.
   * Compared by identity with the COE in the store: see `isSaved`.
   */
  let onDisk: Coe = opened.coe;
  /** Common ancestor for a merge: what is in the file, or null after it was deleted, when there is none. */
  let base: Coe | null = opened.coe;
  let history: UndoHistory = emptyHistory();
  let lastChangeAt: number | null = null;
  /** When the first keystroke was made that an editor still holds back. */
  let heldSince: number | null = null;
  let lastSavedAt: string | null = null;
  let minutes = opened.coe.minutesWriting;
  let isDisposed = false;
  const timer = createSaveTimer(io.now, () => void save());
  const journal = createJournalWriter(io, {
    unsaved: () => {
      const { coe } = store.getState();
      const typed = withPendingEdits();
      return typed === onDisk ? null : { coe: typed, base: revision, isAhead: typed !== coe };
    },
    isOnDisk: () => isOnDisk(),
    onWritten: (isInJournal) => store.setState({ isInJournal }),
  });
  store.subscribe(({ coe, saveState }, before) => {
    if (coe === before.coe && saveState === before.saveState) return;
    if (!isSaved()) journal.schedule();
    else if (saveState.kind === 'saved') journal.clear();
  });
  const keystrokeListeners = new Set<() => void>();
  const runExclusive = createMutex();
  /** The COE as the edits of a peek make it; null when no edit has been made yet. */
  let peeked: Coe | null = null;

  const isSaved = (): boolean => store.getState().coe === onDisk;
  /** `onDisk` is stale in state changed-outside. */
  const isOnDisk = (): boolean => isSaved() && store.getState().saveState.kind !== 'changed-outside';
  const setSaveState = (saveState: SaveState): void => store.setState({ saveState });
  const isSavingBlocked = (): boolean =>
    store.getState().saveState.kind === 'changed-outside' || store.getState().readOnly;

  /** The COE with the text that editors hold back. The same object as in the store when there is none. */
  function withPendingEdits(): Coe {
    peeked = null;
    io.peekPendingEdits();
    return peeked ?? store.getState().coe;
  }

  function show(coe: Coe, next: UndoHistory, extra: Partial<DraftState> = {}): void {
    history = next;
    store.setState({ coe, canUndo: next.past.length > 0, canRedo: next.future.length > 0, ...extra });
  }

  /** Makes a version the one that later saves and merges are based on. */
  function setBase(version: FileVersion): void {
    revision = version.revision;
    onDisk = version.coe;
    base = version.coe;
  }

  function scheduleSave(): void {
    timer.cancel();
    if (isSavingBlocked()) return;
    const { kind } = store.getState().saveState;
    if (kind !== 'failed' && kind !== 'edited') setSaveState({ kind: 'edited' }); // not for every letter
    timer.scheduleSave();
  }

  function save(): Promise<boolean> {
    timer.cancel();
    return runExclusive(saveOnce);
  }

  async function saveOnce(): Promise<boolean> {
    if (isSavingBlocked()) return isOnDisk();
    // The journal has this text already, and gives it up after the save.
    io.flushPendingEdits();
    heldSince = null;
    // Putting it into the draft has scheduled a save of the very text that is saved now.
    timer.cancel();
    timer.saveStarted();
    if (isSaved()) {
      // Undone back to what is on disk: there is nothing to write.
      if (store.getState().saveState.kind !== 'saved') setSaveState({ kind: 'saved', at: lastSavedAt });
      return true;
    }
    const { coe } = store.getState();
    // A failure stays visible during the retries.
    if (store.getState().saveState.kind !== 'failed') setSaveState({ kind: 'saving' });
    const written = withoutEmptyRows(coe);
    const result = await io
      .save({ ...written, minutesWriting: roundedMinutes(minutes) }, revision)
      .catch(() => fail<AppError>({ kind: 'unexpected', reference: null }));
    if (result.ok) {
      setBase({ coe: written, revision: result.value.revision });
      onDisk = coe;
      lastSavedAt = result.value.savedAt;
      const isComplete = isSaved();
      setSaveState(isComplete ? { kind: 'saved', at: result.value.savedAt } : { kind: 'edited' });
      if (!isComplete) scheduleSave();
      return isComplete;
    }
    if (result.error.kind === 'changed-outside') handleExternalVersion(result.error.current);
    else {
      setSaveState({ kind: 'failed', error: result.error });
      timer.scheduleRetry();
    }
    return isOnDisk();
  }

  async function flush(): Promise<boolean> {
    io.flushPendingEdits();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each attempt saves what was typed during the one before
      if (await save()) return true;
      if (store.getState().saveState.kind !== 'edited') break;
    }
    if (!isSaved()) await journal.writeNow();
    return isOnDisk();
  }

  function change(update: (coe: Coe) => Coe, { location, key }: ChangeOptions): void {
    const before = store.getState().coe;
    if (store.getState().readOnly) return;
    if (isPeeking()) return void (peeked = update(peeked ?? before));
    const after = update(before);
    if (after === before) return;
    const now = io.now();
    minutes = addWritingTime(minutes, lastChangeAt, now);
    lastChangeAt = now;
    show(after, pushStep(history, before, location, key ?? null, now, heldSince ?? now));
    heldSince = null;
    scheduleSave();
  }

  function noteKeystroke(): void {
    heldSince ??= io.now();
    journal.schedule();
    // A save waits for a pause in typing, also in typing that the draft does not have yet.
    if (!isSavingBlocked()) timer.scheduleSave();
    for (const listener of keystrokeListeners) listener();
  }

  function applyStep(step: typeof stepBack): boolean {
    io.flushPendingEdits();
    const result = step(history, store.getState().coe);
    if (result === null || store.getState().readOnly) return false;
    show(result.coe, result.history, { undoTarget: { location: result.location } });
    scheduleSave();
    return true;
  }

  function createRevert(): () => void {
    const after = store.getState().coe;
    const step = history.past.at(-1);
    return () => {
      if (step === undefined) return;
      io.flushPendingEdits();
      if (history.past.at(-1) === step) applyStep(stepBack);
      else change((coe) => merge(after, coe, step.coe).merged, { location: step.location });
    };
  }

  function acceptTheirs(theirs: FileVersion, shown = theirs.coe): void {
    const mine = store.getState().coe;
    setBase(theirs);
    onDisk = shown;
    minutes = theirs.coe.minutesWriting;
    timer.saveStarted();
    timer.cancel();
    show(shown, pushExternalStep(history, mine, io.now()), { saveState: { kind: 'saved', at: null } });
  }

  /** Shows a merged COE, which the next save writes. Each of `undoable` becomes an undo step, the last one on top. */
  function applyMerge(theirs: FileVersion, merged: Coe, undoable: readonly Coe[], extra: Partial<DraftState>): void {
    setBase(theirs);
    minutes = Math.max(minutes, theirs.coe.minutesWriting);
    const next = undoable.reduce((past, coe) => pushExternalStep(past, coe, io.now()), history);
    // A new object, because `isSaved` compares by identity.
    show({ ...merged }, next, { saveState: { kind: 'edited' }, ...extra });
    scheduleSave();
  }

  /** Handles a file that is not the known version: merges what does not conflict, and otherwise asks. */
  function handleExternalVersion(theirs: FileVersion | null): void {
    // What was typed while main answered is unsaved as well.
    io.flushPendingEdits();
    if (theirs === null) return setSaveState({ kind: 'changed-outside', theirs });
    if (theirs.revision === revision) return resumeAutosave();
    const before = store.getState().coe;
    if (isSaved()) return acceptTheirs(theirs, withEmptyRows(base, before, theirs));
    const outcome = mergeExternal(base, before, theirs);
    if (outcome.kind === 'theirs') acceptTheirs(theirs);
    else if (outcome.kind === 'conflict') setSaveState({ kind: 'changed-outside', theirs: { ...theirs, base } });
    else applyMerge(theirs, outcome.coe, [before], { lastMerge: { before, after: outcome.coe } });
  }

  async function readExternalVersion(newRevision: string | null): Promise<void> {
    if (newRevision === revision && store.getState().saveState.kind !== 'changed-outside') return;
    const current = await io.open(opened.coe.id);
    // A missing library says nothing about this file; the next save reports it, and succeeds once the library is back.
    if (!current.ok && current.error.kind !== 'not-found' && current.error.kind !== 'unreadable') return;
    handleExternalVersion(current.ok ? { coe: current.value.coe, revision: current.value.revision } : null);
  }

  /** The file is the known version again, as when a sync program removes it and puts it back. */
  function resumeAutosave(): void {
    setSaveState(isSaved() ? { kind: 'saved', at: lastSavedAt } : { kind: 'edited' });
    if (!isSaved()) scheduleSave();
  }

  async function resolveConflict(resolution: Resolution): Promise<void> {
    const state = store.getState().saveState;
    if (state.kind !== 'changed-outside') return;
    io.flushPendingEdits();
    const { theirs } = state;
    const mine = store.getState().coe;
    if (theirs === null) {
      revision = 'none';
      onDisk = { ...mine };
      base = null;
      setSaveState({ kind: 'edited' });
    } else {
      const outcome = applyResolution(mine, theirs, resolution);
      if (outcome.kind === 'theirs') return acceptTheirs(theirs);
      applyMerge(theirs, outcome.coe, outcome.undoable, {});
    }
    await flush();
  }

  return {
    id: opened.coe.id,
    store,
    change,
    noteKeystroke,
    onKeystroke: (listener) => {
      keystrokeListeners.add(listener);
      return () => void keystrokeListeners.delete(listener);
    },
    endStep: () => {
      io.flushPendingEdits();
      history = { ...history, lastKey: null };
    },
    undo: () => applyStep(stepBack),
    createRevert,
    redo: () => applyStep(stepForward),
    flush,
    setReadOnly: (readOnly) => {
      if (readOnly) io.flushPendingEdits();
      if (!isDisposed && store.getState().readOnly !== readOnly && (!readOnly || isSaved()))
        store.setState({ readOnly });
    },
    onExternalChange: (newRevision) => runExclusive(() => readExternalVersion(newRevision)),
    resolveConflict,
    suspend: () => {
      timer.cancel();
      journal.cancel();
    },
    dispose: () => {
      isDisposed = true;
      timer.dispose();
      journal.dispose();
      store.setState({ readOnly: true });
    },
  };
}
