/** Tells how long nobody has used the app, from a clock that does not jump. */
export type IdleClock = {
  readonly used: () => void;
  /** Calls once for every stretch of so many minutes without use; 0 minutes is never. */
  readonly check: () => void;
};

/** Makes one. `minutes` is asked each time, for the setting may change. */
export function createIdleClock(now: () => number, minutes: () => number, onIdle: () => void): IdleClock {
  let usedAt = now();
  let told = false;
  return {
    used: () => {
      usedAt = now();
      told = false;
    },
    check: () => {
      const limit = minutes() * 60_000;
      if (limit === 0 || told || now() - usedAt < limit) return;
      told = true;
      onIdle();
    },
  };
}
