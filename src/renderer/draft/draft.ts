import { createStore } from 'zustand/vanilla';

import type { Coe } from '#domain/coe/coe.ts';
import { merge } from '#domain/merge/merge.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { fail } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

import type { ChangeOptions, Draft, DraftOutside, DraftState, Settlement } from './draft-state.ts';
import { meetOutside, settleOutside } from './meet-outside.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { FileVersion, SaveState } from './save-state.ts';
import { createJournalWriter } from './journal-writer.ts';
import { createSaveTimer } from './save-timer.ts';
import { emptyHistory, goBack, goForward, remember, rememberOutside, type UndoHistory } from './undo-history.ts';
import { addWritingTime, roundedMinutes } from './writing-time.ts';

/** Makes the draft of a COE that was just opened. */
export function createDraft(opened: OpenedCoe, outside: DraftOutside): Draft {
  const store = createStore<DraftState>(() => ({
    coe: opened.coe,
    readOnly: opened.readOnly,
    saveState: { kind: 'saved', at: null },
    canUndo: false,
    canRedo: false,
    travelledTo: null,
    broughtIn: null,
    isKept: null,
  }));

  let revision = opened.revision;
  /** What is on disk as far as we know: whoever else changes the file started from this, as we did. */
  let onDisk: Coe = opened.coe;
  /** The same, or null when a file went away and is to be made again: another one in its place came from who knows what. */
  let base: Coe | null = opened.coe;
  let history: UndoHistory = emptyHistory();
  let lastChangeAt: number | null = null;
  let lastSavedAt: string | null = null;
  let minutes = opened.coe.minutesWriting;
  const timer = createSaveTimer(outside.now, () => void save());
  const journal = createJournalWriter(outside, {
    unsaved: () => (isSaved() ? null : { coe: store.getState().coe, base: revision }),
    onKept: (isKept) => store.setState({ isKept }),
  });
  store.subscribe(({ coe, saveState }, before) => {
    if (coe === before.coe && saveState === before.saveState) return;
    if (!isSaved()) journal.changed();
    else if (saveState.kind === 'saved') journal.saved(opened.coe.id);
  });
  const inTurn = oneAtATime();
  let isDisposed = false;

  const isSaved = (): boolean => store.getState().coe === onDisk;
  /** What `onDisk` says is on disk no more once the file was changed or went away. */
  const isStillOnDisk = (): boolean => isSaved() && store.getState().saveState.kind !== 'changed-outside';
  const setSaveState = (saveState: SaveState): void => store.setState({ saveState });
  const isHeldBack = (): boolean => store.getState().saveState.kind === 'changed-outside' || store.getState().readOnly;

  function show(coe: Coe, next: UndoHistory, extra: Partial<DraftState> = {}): void {
    history = next;
    store.setState({ coe, canUndo: next.past.length > 0, canRedo: next.future.length > 0, ...extra });
  }

  /** Takes it that the file is this by now. */
  function standOn(version: FileVersion): void {
    revision = version.revision;
    onDisk = version.coe;
    base = version.coe;
  }

  function schedule(): void {
    timer.stop();
    if (isHeldBack()) return;
    const { kind } = store.getState().saveState;
    if (kind !== 'failed' && kind !== 'edited') setSaveState({ kind: 'edited' }); // not with every letter
    timer.typed();
  }

  function save(): Promise<boolean> {
    timer.stop();
    return inTurn(saveOnce);
  }

  async function saveOnce(): Promise<boolean> {
    if (isHeldBack()) return isStillOnDisk();
    if (isSaved()) {
      // Taken back to what is on disk already: nothing to write, and nothing unsaved any more.
      if (store.getState().saveState.kind !== 'saved') setSaveState({ kind: 'saved', at: lastSavedAt });
      return true;
    }
    const words = store.getState().coe;
    // A failure stays in sight while it is tried again by itself.
    if (store.getState().saveState.kind !== 'failed') setSaveState({ kind: 'saving' });
    timer.started();
    const result = await outside
      .save({ ...words, minutesWriting: roundedMinutes(minutes) }, revision)
      .catch(() => fail<AppError>({ kind: 'unexpected', reference: null }));
    if (result.ok) {
      standOn({ coe: words, revision: result.value.revision });
      lastSavedAt = result.value.savedAt;
      const nothingNewer = isSaved();
      setSaveState(nothingNewer ? { kind: 'saved', at: result.value.savedAt } : { kind: 'edited' });
      if (!nothingNewer) schedule();
      return nothingNewer;
    }
    if (result.error.kind === 'changed-outside') meet(result.error.current);
    else {
      setSaveState({ kind: 'failed', error: result.error });
      timer.failed();
    }
    return isStillOnDisk();
  }

  async function flush(): Promise<boolean> {
    outside.collectPending();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each attempt saves what was typed during the one before
      if (await save()) return true;
      if (store.getState().saveState.kind !== 'edited') break;
    }
    if (!isSaved()) await journal.keepNow();
    return isStillOnDisk();
  }

  function change(update: (coe: Coe) => Coe, { place, key }: ChangeOptions): void {
    const before = store.getState().coe;
    if (store.getState().readOnly) return;
    const after = update(before);
    if (after === before) return;
    const now = outside.now();
    minutes = addWritingTime(minutes, lastChangeAt, now);
    lastChangeAt = now;
    show(after, remember(history, before, place, key ?? null, now));
    schedule();
  }

  function travel(step: typeof goBack): boolean {
    outside.collectPending();
    const travelled = step(history, store.getState().coe);
    if (travelled === null || store.getState().readOnly) return false;
    show(travelled.coe, travelled.history, { travelledTo: { place: travelled.place } });
    schedule();
    return true;
  }

  function takingBack(): () => void {
    const after = store.getState().coe;
    const step = history.past.at(-1);
    return () => {
      if (step === undefined) return;
      outside.collectPending();
      if (history.past.at(-1) === step) travel(goBack);
      else change((coe) => merge(after, coe, step.coe).merged, { place: step.place });
    };
  }

  function takeOver(theirs: FileVersion): void {
    const mine = store.getState().coe;
    standOn(theirs);
    minutes = theirs.coe.minutesWriting;
    timer.started();
    timer.stop();
    show(theirs.coe, rememberOutside(history, mine, outside.now()), { saveState: { kind: 'saved', at: null } });
  }

  /** Puts both together on the screen. One undo leads to `undone`, and the file gets it with the next save. */
  function bringIn(theirs: FileVersion, together: Coe, undone: readonly Coe[], extra: Partial<DraftState>): void {
    standOn(theirs);
    minutes = Math.max(minutes, theirs.coe.minutesWriting);
    const next = undone.reduce((past, coe) => rememberOutside(past, coe, outside.now()), history);
    // An object of its own, because the one that is on disk is told by being that very object.
    show({ ...together }, next, { saveState: { kind: 'edited' }, ...extra });
    schedule();
  }

  /** The file is another one than we knew. What goes together is brought together; else a person is asked. */
  function meet(theirs: FileVersion | null): void {
    // What was typed while the answer was under way is not on disk either.
    outside.collectPending();
    if (theirs === null) return setSaveState({ kind: 'changed-outside', theirs });
    if (theirs.revision === revision) return goOn();
    if (isSaved()) return takeOver(theirs);
    const before = store.getState().coe;
    const meeting = meetOutside(base, before, theirs);
    if (meeting.is === 'taken') takeOver(theirs);
    else if (meeting.is === 'asked') setSaveState({ kind: 'changed-outside', theirs: { ...theirs, base } });
    else bringIn(theirs, meeting.coe, [before], { broughtIn: { before, after: meeting.coe } });
  }

  async function look(newRevision: string | null): Promise<void> {
    if (newRevision === revision && store.getState().saveState.kind !== 'changed-outside') return;
    const current = await outside.open(opened.coe.id);
    // A library that is away says nothing about this file; saving will say so and go on when it is back.
    if (!current.ok && current.error.kind !== 'not-found' && current.error.kind !== 'unreadable') return;
    meet(current.ok ? { coe: current.value.coe, revision: current.value.revision } : null);
  }

  /** The file is again what it was when we last saw it, as when a sync takes it away and puts it back. */
  function goOn(): void {
    setSaveState(isSaved() ? { kind: 'saved', at: lastSavedAt } : { kind: 'edited' });
    if (!isSaved()) schedule();
  }

  async function settle(settlement: Settlement): Promise<void> {
    const state = store.getState().saveState;
    if (state.kind !== 'changed-outside') return;
    outside.collectPending();
    const { theirs } = state;
    const mine = store.getState().coe;
    if (theirs === null) {
      revision = 'none';
      onDisk = { ...mine };
      base = null;
      setSaveState({ kind: 'edited' });
    } else {
      const settled = settleOutside(mine, theirs, settlement);
      if (settled.is === 'taken') return takeOver(theirs);
      // Theirs is a step of the history, and mine beneath it where it is not on the screen: undo brings either back.
      const undone = sameValue(settled.coe, mine) ? [theirs.coe] : [mine, theirs.coe];
      bringIn(theirs, settled.coe, undone, {});
    }
    await flush();
  }

  return {
    id: opened.coe.id,
    store,
    change,
    undo: () => travel(goBack),
    takingBack,
    redo: () => travel(goForward),
    flush,
    setReadOnly: (readOnly) => {
      if (readOnly) outside.collectPending();
      if (!isDisposed && store.getState().readOnly !== readOnly && (!readOnly || isSaved()))
        store.setState({ readOnly });
    },
    noticeOutsideChange: (newRevision) => inTurn(() => look(newRevision)),
    settle,
    suspend: () => {
      timer.stop();
      journal.stop();
    },
    dispose: () => {
      isDisposed = true;
      timer.dispose();
      journal.dispose();
      store.setState({ readOnly: true });
    },
  };
}
