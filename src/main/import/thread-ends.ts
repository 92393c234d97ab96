import { countStuckCalls } from '#main/disk/time-limit.ts';

/** Threads that are ending. One that waits for a disk that does not answer ends only when the disk answers. */
export type ThreadEnds = {
  /** Ends a thread without waiting for it. */
  readonly begin: (thread: { readonly close: () => Promise<void> }) => void;
  /**
   * Waits until all threads have ended, until that takes too long, or until `signal` is aborted. Does not wait again for
   * threads that took too long.
   */
  readonly settle: (signal: AbortSignal) => Promise<void>;
  /** Whether a thread has not ended yet. */
  readonly areOpen: () => boolean;
  /** Whether a thread took too long to end, and has not ended yet. */
  readonly isStuck: () => boolean;
};

type Ending = { readonly ended: Promise<void>; isWaitedFor: boolean };

/** Creates an empty list of such threads. `milliseconds` is how long to wait for them, by the clock. */
export function createThreadEnds(milliseconds: number): ThreadEnds {
  const open = new Set<Ending>();
  let isStuck = false;
  /** The app ends without the threads that nobody waits for. */
  const leave = (): void => {
    for (const ending of open) {
      if (ending.isWaitedFor) countStuckCalls(1);
      ending.isWaitedFor = false;
    }
  };
  return {
    areOpen: () => open.size > 0,
    isStuck: () => isStuck,
    begin: (thread) => {
      const ending: Ending = {
        isWaitedFor: true,
        ended: thread.close().finally(() => {
          open.delete(ending);
          if (!ending.isWaitedFor) countStuckCalls(-1);
          if (open.size === 0) isStuck = false;
        }),
      };
      open.add(ending);
    },
    settle: async (signal) => {
      if (open.size === 0 || isStuck) return;
      let giveUp = (): void => undefined;
      const givenUp = new Promise<void>((resolve) => {
        giveUp = resolve;
      });
      const timer = setTimeout(() => {
        isStuck = open.size > 0;
        giveUp();
      }, milliseconds);
      signal.addEventListener('abort', giveUp, { once: true });
      if (signal.aborted) giveUp();
      try {
        await Promise.race([Promise.all([...open].map(({ ended }) => ended)), givenUp]);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        leave();
      }
    },
  };
}
