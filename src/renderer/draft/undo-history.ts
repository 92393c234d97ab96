import type { Coe } from '#domain/coe/coe.ts';

/** An undo step: the COE before a change, and the section or part that the change was made in. */
export type UndoStep = { coe: Coe; location: string };

/** The undo history of one COE. It lasts as long as the draft, so it survives leaving the editor and coming back. */
export type UndoHistory = {
  past: UndoStep[];
  future: UndoStep[];
  /** When the newest step started and last changed, in milliseconds since the epoch. */
  stepStartedAt: number;
  lastChangeAt: number;
  lastKey: string | null;
};

/** A history without a step, of a draft just opened. */
export const emptyHistory = (): UndoHistory => ({
  past: [],
  future: [],
  stepStartedAt: 0,
  lastChangeAt: 0,
  lastKey: null,
});

/** Typing without a pause is one step, up to this length. */
const PAUSE_MS = 900;
const LONGEST_STEP_MS = 6_000;
const MAX_STEPS = 500;

/**
 * Records a change. `key` names the field that is typed into: changes with the same key and no pause between them are
 * one step; null always starts a new one. Steps are whole COEs, which share every part that did not change. `begunAt` is
 * when typing the change began, if that was before `now`.
 */
export function pushStep(
  history: UndoHistory,
  before: Coe,
  location: string,
  key: string | null,
  now: number,
  begunAt = now,
): UndoHistory {
  const continues =
    key !== null &&
    key === history.lastKey &&
    begunAt - history.lastChangeAt < PAUSE_MS &&
    begunAt - history.stepStartedAt < LONGEST_STEP_MS &&
    history.past.length > 0;
  return {
    past: continues ? history.past : [...history.past, { coe: before, location }].slice(-MAX_STEPS),
    future: [],
    stepStartedAt: continues ? history.stepStartedAt : begunAt,
    lastChangeAt: now,
    lastKey: key,
  };
}

/**
 * Records a version that did not come from this editor. It leaves the redo steps alone, because nobody here changed
 * anything.
 */
export const pushExternalStep = (history: UndoHistory, other: Coe, now: number): UndoHistory => ({
  ...pushStep(history, other, 'outside', null, now),
  future: history.future,
});

type UndoResult = { history: UndoHistory; coe: Coe; location: string };

/** Undoes one step; null when there is none. */
export function stepBack(history: UndoHistory, current: Coe): UndoResult | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    coe: step.coe,
    location: step.location,
    history: {
      ...history,
      past: history.past.slice(0, -1),
      future: [...history.future, { coe: current, location: step.location }],
      lastKey: null,
    },
  };
}

/** Redoes one step; null when nothing was undone. */
export function stepForward(history: UndoHistory, current: Coe): UndoResult | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    coe: step.coe,
    location: step.location,
    history: {
      ...history,
      past: [...history.past, { coe: current, location: step.location }],
      future: history.future.slice(0, -1),
      lastKey: null,
    },
  };
}
