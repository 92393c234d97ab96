/** Calls back when the app has been idle for too long. */
export type IdleTimer = {
  readonly onActivity: () => void;
  /** Calls `onIdle` once per idle period that reaches the limit. A limit of 0 minutes never calls. */
  readonly check: () => void;
};

/**
 * Creates an idle timer. `now` returns milliseconds. `minutes` is read at every check, because the setting may change.
 */
export function createIdleTimer(now: () => number, minutes: () => number, onIdle: () => void): IdleTimer {
  let usedAt = now();
  let hasFired = false;
  return {
    onActivity: () => {
      usedAt = now();
      hasFired = false;
    },
    check: () => {
      const limit = minutes() * 60_000;
      if (limit === 0 || hasFired || now() - usedAt < limit) return;
      hasFired = true;
      onIdle();
    },
  };
}
