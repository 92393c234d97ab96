/** A change is saved after a pause in typing, and after the longest wait even while typing goes on. */
const PAUSE_MS = 450;
const LONGEST_WAIT_MS = 2_000;
const RETRY_MS = 5_000;

/** Decides when a draft is saved next. */
export type SaveTimer = {
  /** Schedules a save after a change; replaces a save or retry that is already scheduled. */
  readonly scheduleSave: () => void;
  /** Schedules another attempt after a save that failed. */
  readonly scheduleRetry: () => void;
  /** Restarts the longest wait: a save takes everything there is. `cancel` alone does not. */
  readonly saveStarted: () => void;
  readonly cancel: () => void;
  /** Cancels, and ignores every later call. */
  readonly dispose: () => void;
};

/** Creates the timer of one draft. `save` runs when a save or retry is due. */
export function createSaveTimer(now: () => number, save: () => void): SaveTimer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let isDisposed = false;
  const cancel = (): void => clearTimeout(timer);
  const start = (delay: number): void => {
    cancel();
    if (!isDisposed) timer = setTimeout(save, delay);
  };
  return {
    scheduleSave: () => {
      const at = now();
      unsavedSince ??= at;
      start(Math.max(0, Math.min(PAUSE_MS, unsavedSince + LONGEST_WAIT_MS - at)));
    },
    scheduleRetry: () => start(RETRY_MS),
    saveStarted: () => {
      unsavedSince = null;
    },
    cancel,
    dispose: () => {
      cancel();
      isDisposed = true;
    },
  };
}
