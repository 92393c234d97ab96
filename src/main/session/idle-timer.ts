/** Tells how long nobody has used the app, from a clock that does not jump. */
export type IdleTimer = {
  readonly onActivity: () => void;
  /** Calls once for every stretch of so many minutes without use; 0 minutes is never. */
  readonly check: () => void;
};

/** Makes one. `minutes` is asked each time, for the setting may change. */
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
