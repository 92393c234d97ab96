import type { Clock } from '#domain/clock.ts';

/** A clock that stands still until it is moved. */
export type HeldClock = { readonly clock: Clock; readonly advance: (milliseconds: number) => void };

/** Noon on 1 June 2026 in UTC, unless told otherwise. */
export function heldClock(start = Date.UTC(2026, 5, 1, 12)): HeldClock {
  let now = start;
  return {
    clock: () => now,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}
