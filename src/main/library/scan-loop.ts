/** Runs one scan at a time. Any number of requests during a scan cause one more scan after it. */
export type ScanLoop = {
  /** Resolves when a scan that started after the call has ended. */
  readonly run: (acceptLosses?: boolean) => Promise<void>;
  /** Resolves when no scan is running. */
  readonly idle: () => Promise<void>;
};

/** Creates a loop around a scan. */
export function createScanLoop(scan: (acceptLosses: boolean) => Promise<void>): ScanLoop {
  let running: Promise<void> | null = null;
  let next: { promise: Promise<void>; acceptLosses: boolean } | null = null;

  const start = (acceptLosses: boolean): Promise<void> => {
    const current = scan(acceptLosses).finally(() => {
      running = null;
    });
    running = current;
    return current;
  };
  const run = (acceptLosses = false): Promise<void> => {
    if (running === null) return start(acceptLosses);
    if (next === null) {
      const waiting = { promise: Promise.resolve(), acceptLosses };
      next = waiting;
      waiting.promise = running
        .catch(() => undefined)
        .then(() => {
          next = null;
          return start(waiting.acceptLosses);
        });
      return waiting.promise;
    }
    next.acceptLosses ||= acceptLosses;
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
