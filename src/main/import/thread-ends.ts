import { countStuckCalls } from '#main/disk/time-limit.ts';

/** Threads that are ending. One that waits for a disk that does not answer ends only when the disk answers. */
export type ThreadEnds = {
  /** Ends a thread without waiting for it. Until it has ended, it counts as a call that the app may end without. */
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

/** Creates an empty list of such threads. `milliseconds` is how long to wait for them, by the clock. */
export function createThreadEnds(milliseconds: number): ThreadEnds {
  const open = new Set<Promise<void>>();
  let isStuck = false;
  const allEnded = async (): Promise<void> => {
    // oxlint-disable-next-line no-await-in-loop -- another may begin to end meanwhile
    while (open.size > 0) await Promise.all(open);
  };
  return {
    areOpen: () => open.size > 0,
    isStuck: () => isStuck,
    begin: (thread) => {
      countStuckCalls(1);
      const ended = thread.close().finally(() => {
        open.delete(ended);
        countStuckCalls(-1);
        if (open.size === 0) isStuck = false;
      });
      open.add(ended);
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
        await Promise.race([allEnded(), givenUp]);
      } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
      }
    },
  };
}
