import type { ElectronApplication, Page } from '@playwright/test';

/** How late a timer was, in milliseconds: what runs in a process keeps everything else in it waiting for so long. */
export type Delays = { readonly main: number[]; readonly page: number[] };

/** How often it is looked, in milliseconds. */
const EVERY = 10;

/** Notes from now on how long the main process and the page keep others waiting. */
export async function recordDelays(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate((_electron, every) => {
    const late: number[] = [];
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      late.push(Math.max(0, now - last - every));
      last = now;
    }, every);
    Object.assign(globalThis, { benchDelays: late });
  }, EVERY);
  await page.evaluate((every) => {
    const late: number[] = [];
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      late.push(Math.max(0, now - last - every));
      last = now;
    }, every);
    Object.assign(window, { benchDelays: late });
  }, EVERY);
}

/** The delays since the last call. */
export async function takeDelays(app: ElectronApplication, page: Page): Promise<Delays> {
  type Noted = { benchDelays: number[] };
  return {
    main: await app.evaluate(() => (globalThis as unknown as Noted).benchDelays.splice(0)),
    page: await page.evaluate(() => (window as unknown as Noted).benchDelays.splice(0)),
  };
}
