/** Runs one scan at a time. Asking while one runs asks for one more after it, however often it is asked. */
export type ScanLoop = {
  /** Resolves when a scan that began after the call has ended. */
  readonly run: (trusting?: boolean) => Promise<void>;
  /** Resolves when none is under way. */
  readonly idle: () => Promise<void>;
};

/** Makes a loop around a scan. */
export function createScanLoop(scan: (trusting: boolean) => Promise<void>): ScanLoop {
  let running: Promise<void> | null = null;
  let next: { promise: Promise<void>; trusting: boolean } | null = null;

  const start = (trusting: boolean): Promise<void> => {
    const current = scan(trusting).finally(() => {
      running = null;
    });
    running = current;
    return current;
  };
  const run = (trusting = false): Promise<void> => {
    if (running === null) return start(trusting);
    if (next === null) {
      const waiting = { promise: Promise.resolve(), trusting };
      next = waiting;
      waiting.promise = running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return start(waiting.trusting);
        });
      return waiting.promise;
    }
    next.trusting ||= trusting;
    return next.promise;
  };
  return {
    run,
    idle: async () => {
      for (let last = next?.promise ?? running; last !== null; last = next?.promise ?? running) {
        await last.catch(() => undefined);
      }
    },
  };
}
