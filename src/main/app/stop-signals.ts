import process from 'node:process';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Runs `leave` once on the first stop signal, which comes at shutdown, from a terminal, or from a service manager. */
export function onStopSignal(leave: () => Promise<void>): void {
  let leaving = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (leaving) return;
      leaving = true;
      void leave();
    });
  }
}
