import type { Coe } from '#domain/coe/coe.ts';

/** One step back: the COE as it was, and where in it the change was made. */
export type UndoStep = { coe: Coe; place: string };

/** The history of one COE. It is kept as long as the app runs, so it survives going elsewhere and coming back. */
export type UndoHistory = {
  past: UndoStep[];
  future: UndoStep[];
  openSince: number;
  lastAt: number;
  lastKey: string | null;
};

export const emptyHistory = (): UndoHistory => ({ past: [], future: [], openSince: 0, lastAt: 0, lastKey: null });

/** Typing without a pause is one step, up to this long. */
const PAUSE_MS = 900;
const LONGEST_STEP_MS = 6_000;
const MOST_STEPS = 500;

/**
 * Notes a change. `key` names what is being typed into: changes with the same key and no pause between them are taken back
 * together; null always makes a step of its own. Steps are whole COEs, which share everything that did not change.
 */
export function remember(
  history: UndoHistory,
  before: Coe,
  place: string,
  key: string | null,
  now: number,
): UndoHistory {
  const continues =
    key !== null &&
    key === history.lastKey &&
    now - history.lastAt < PAUSE_MS &&
    now - history.openSince < LONGEST_STEP_MS &&
    history.past.length > 0;
  return {
    past: continues ? history.past : [...history.past, { coe: before, place }].slice(-MOST_STEPS),
    future: [],
    openSince: continues ? history.openSince : now,
    lastAt: now,
    lastKey: key,
  };
}

/**
 * Notes that a version from elsewhere comes beside the one on the screen. It is put in between: nobody here did it, so what
 * was taken back before can still be brought back.
 */
export const rememberOutside = (history: UndoHistory, other: Coe, now: number): UndoHistory => ({
  ...remember(history, other, 'outside', null, now),
  future: history.future,
});

type Travelled = { history: UndoHistory; coe: Coe; place: string };

/** One step back, or null when there is none. */
export function goBack(history: UndoHistory, current: Coe): Travelled | null {
  const step = history.past.at(-1);
  if (step === undefined) return null;
  return {
    coe: step.coe,
    place: step.place,
    history: {
      ...history,
      past: history.past.slice(0, -1),
      future: [...history.future, { coe: current, place: step.place }],
      lastKey: null,
    },
  };
}

/** One step forward again, or null when nothing was taken back. */
export function goForward(history: UndoHistory, current: Coe): Travelled | null {
  const step = history.future.at(-1);
  if (step === undefined) return null;
  return {
    coe: step.coe,
    place: step.place,
    history: {
      ...history,
      past: [...history.past, { coe: current, place: step.place }],
      future: history.future.slice(0, -1),
      lastKey: null,
    },
  };
}
