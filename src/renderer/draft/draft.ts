import { createStore, type StoreApi } from 'zustand/vanilla';

import type { Coe } from '#domain/coe/coe.ts';
import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { OpenedCoe } from '#ipc/contract.ts';

import type { OutsideVersion, SaveState } from './save-state.ts';
import { emptyHistory, goBack, goForward, remember, rememberOutside, type UndoHistory } from './undo-history.ts';
import { addWritingTime, roundedMinutes } from './writing-time.ts';

/** What the open COE is, to the page. */
export type DraftState = {
  coe: Coe;
  readOnly: boolean;
  saveState: SaveState;
  canUndo: boolean;
  canRedo: boolean;
  /** Where the last undo or redo changed something, so that the view can go there; a new object each time. */
  travelledTo: { place: string } | null;
};

/** How a draft reaches the disk and tells the time; given, so that a test can hold both still. */
export type DraftOutside = {
  save: (coe: Coe, base: string) => Promise<Result<{ revision: string; savedAt: string }, AppError>>;
  open: (id: string) => Promise<Result<OpenedCoe, AppError>>;
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

/** The open COE: its words, its history and its way to disk. One per COE, for as long as the app runs. */
export type Draft = {
  readonly id: string;
  readonly store: StoreApi<DraftState>;
  change: (change: (coe: Coe) => Coe, options: ChangeOptions) => void;
  undo: () => boolean;
  redo: () => boolean;
  /** Saves what is pending now. True when everything is on disk. */
  flush: () => Promise<boolean>;
  /** Main noticed that the file is another one (`revision`) or gone (null). */
  noticeOutsideChange: (revision: string | null) => Promise<void>;
  /** Settles a change from outside: take theirs (mine can be undone back to), or keep mine (theirs can be undone back to). */
  settle: (choice: 'theirs' | 'mine') => Promise<void>;
};

/** A pause in typing after which it is saved, and the longest typing may go on unsaved. */
const PAUSE_MS = 450;
const LONGEST_WAIT_MS = 2_000;
const RETRY_MS = 5_000;

/** Makes the draft of a COE that was just opened. */
export function createDraft(opened: OpenedCoe, outside: DraftOutside): Draft {
  const store = createStore<DraftState>(() => ({
    coe: opened.coe,
    readOnly: opened.readOnly,
    saveState: { kind: 'saved', at: null },
    canUndo: false,
    canRedo: false,
    travelledTo: null,
  }));

  let revision = opened.revision;
  let onDisk = opened.coe;
  let history: UndoHistory = emptyHistory();
  let turn: Promise<unknown> = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let lastChangeAt: number | null = null;
  let lastSavedAt: string | null = null;
  let minutes = opened.coe.minutesWriting;

  const isSaved = (): boolean => store.getState().coe === onDisk;
  /** What `onDisk` says is on disk no more once the file was changed or went away. */
  const isStillOnDisk = (): boolean => isSaved() && store.getState().saveState.kind !== 'changed-outside';
  const setSaveState = (saveState: SaveState): void => store.setState({ saveState });
  const isHeldBack = (): boolean => store.getState().saveState.kind === 'changed-outside' || store.getState().readOnly;

  function show(coe: Coe, next: UndoHistory, extra: Partial<DraftState> = {}): void {
    history = next;
    store.setState({ coe, canUndo: next.past.length > 0, canRedo: next.future.length > 0, ...extra });
  }

  function schedule(): void {
    clearTimeout(timer);
    if (isHeldBack()) return;
    const now = outside.now();
    unsavedSince ??= now;
    const wait = Math.max(0, Math.min(PAUSE_MS, unsavedSince + LONGEST_WAIT_MS - now));
    if (store.getState().saveState.kind !== 'failed') setSaveState({ kind: 'edited' });
    timer = setTimeout(() => void save(), wait);
  }

  function save(): Promise<boolean> {
    clearTimeout(timer);
    return inTurn(saveOnce);
  }

  /** Saves and looks at the disk go one at a time, so that none is judged by what another has made old. */
  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = turn.then(work);
    turn = done.catch(() => null);
    return done;
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
    unsavedSince = null;
    const result = await outside
      .save({ ...words, minutesWriting: roundedMinutes(minutes) }, revision)
      .catch(() => fail<AppError>({ kind: 'unexpected', reference: 'coe:save' }));
    if (result.ok) {
      revision = result.value.revision;
      onDisk = words;
      lastSavedAt = result.value.savedAt;
      const nothingNewer = isSaved();
      setSaveState(nothingNewer ? { kind: 'saved', at: result.value.savedAt } : { kind: 'edited' });
      if (!nothingNewer) schedule();
      return nothingNewer;
    }
    if (result.error.kind === 'changed-outside')
      setSaveState({ kind: 'changed-outside', theirs: result.error.current });
    else {
      setSaveState({ kind: 'failed', error: result.error });
      timer = setTimeout(() => void save(), RETRY_MS);
    }
    return false;
  }

  async function flush(): Promise<boolean> {
    outside.collectPending();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each attempt saves what was typed during the one before
      if (await save()) return true;
      if (store.getState().saveState.kind !== 'edited') break;
    }
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

  function takeOver(theirs: NonNullable<OutsideVersion>): void {
    const mine = store.getState().coe;
    revision = theirs.revision;
    onDisk = theirs.coe;
    minutes = theirs.coe.minutesWriting;
    unsavedSince = null;
    clearTimeout(timer);
    show(theirs.coe, rememberOutside(history, mine, outside.now()), {
      saveState: { kind: 'saved', at: null },
    });
  }

  async function look(newRevision: string | null): Promise<void> {
    if (newRevision === revision && store.getState().saveState.kind !== 'changed-outside') return;
    const current = await outside.open(opened.coe.id);
    // A library that is away says nothing about this file; saving will say so and go on when it is back.
    if (!current.ok && current.error.kind !== 'not-found' && current.error.kind !== 'unreadable') return;
    // After the answer: what was typed while it was under way is not on disk either.
    outside.collectPending();
    const theirs = current.ok ? { coe: current.value.coe, revision: current.value.revision } : null;
    if (theirs?.revision === revision) goOn();
    else if (theirs !== null && isSaved()) takeOver(theirs);
    else setSaveState({ kind: 'changed-outside', theirs });
  }

  /** The file is again what it was when we last saw it, as when a sync takes it away and puts it back. */
  function goOn(): void {
    if (store.getState().saveState.kind !== 'changed-outside') return;
    setSaveState(isSaved() ? { kind: 'saved', at: lastSavedAt } : { kind: 'edited' });
    if (!isSaved()) schedule();
  }

  async function settle(choice: 'theirs' | 'mine'): Promise<void> {
    const state = store.getState().saveState;
    if (state.kind !== 'changed-outside') return;
    outside.collectPending();
    if (choice === 'theirs' && state.theirs !== null) {
      takeOver(state.theirs);
      return;
    }
    const mine = store.getState().coe;
    if (state.theirs !== null) {
      // Theirs becomes a step of the history: one undo brings it back.
      revision = state.theirs.revision;
      onDisk = state.theirs.coe;
      show({ ...mine }, rememberOutside(history, state.theirs.coe, outside.now()));
    } else {
      revision = 'none';
      onDisk = { ...mine };
    }
    setSaveState({ kind: 'edited' });
    await flush();
  }

  return {
    id: opened.coe.id,
    store,
    change,
    undo: () => travel(goBack),
    redo: () => travel(goForward),
    flush,
    noticeOutsideChange: (newRevision) => inTurn(() => look(newRevision)),
    settle,
  };
}
