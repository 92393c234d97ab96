import type { ElectronApplication } from '@playwright/test';

type WithDelays = { delays?: { readonly max: number; disable: () => boolean } };

/** The longest time in milliseconds that main did not come round to its timers while something happened. */
export async function longestHold(app: ElectronApplication, happen: () => Promise<unknown>): Promise<number> {
  await app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const delays = monitorEventLoopDelay({ resolution: 1 });
    delays.enable();
    (globalThis as WithDelays).delays = delays;
  });
  await happen();
  return app.evaluate(() => {
    const { delays } = globalThis as WithDelays;
    delays?.disable();
    return (delays?.max ?? Number.NaN) / 1e6;
  });
}
