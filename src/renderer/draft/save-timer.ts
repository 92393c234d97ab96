/** A pause in typing after which it is saved, and the longest typing may go on unsaved. */
const PAUSE_MS = 450;
const LONGEST_WAIT_MS = 2_000;
const RETRY_MS = 5_000;

/** When a draft is saved next. */
export type SaveTimer = {
  /** Something was typed: save after a pause, and before too long even without one. */
  readonly typed: () => void;
  /** A save failed: try again by and by. */
  readonly failed: () => void;
  /** A save is about to take all there is; `stop` alone leaves the wait where it was. */
  readonly started: () => void;
  readonly stop: () => void;
  /** Stops, and never starts again. */
  readonly dispose: () => void;
};

/** Makes the timer of one draft. */
export function createSaveTimer(now: () => number, save: () => void): SaveTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let isDisposed = false;
  const start = (delay: number): void => {
    stop();
    if (!isDisposed) timer = setTimeout(save, delay);
  };
  const stop = (): void => clearTimeout(timer);
  return {
    typed: () => {
      const at = now();
      unsavedSince ??= at;
      start(Math.max(0, Math.min(PAUSE_MS, unsavedSince + LONGEST_WAIT_MS - at)));
    },
    failed: () => start(RETRY_MS),
    started: () => {
      unsavedSince = null;
    },
    stop,
    dispose: () => {
      stop();
      isDisposed = true;
    },
  };
}
