import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something is so, or fails after a while with what was seen last. */
export async function eventually(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  withinMs = 10_000,
): Promise<void> {
  const until = performance.now() + withinMs;
  while (performance.now() < until) {
    if (await isSo()) return;
    await pause(10);
  }
  throw new Error(`Waited in vain: ${what}`);
}
