import process from 'node:process';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** Runs `leave` once when the system asks the app to end: at shutdown, from a terminal, from a service manager. */
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
