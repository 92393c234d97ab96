import type { ElectronApplication, Page } from '@playwright/test';

/**
 * How late a timer was, in milliseconds: what runs in a process keeps everything else in it waiting for so long. `mainAlone`
 * is without the time in which main was ready to run but others had the processors; empty where the system does not tell.
 */
export type Delays = { readonly main: number[]; readonly mainAlone: number[]; readonly page: number[] };

/** How often it is looked, in milliseconds. */
const EVERY = 10;

/** Notes from now on how long the main process and the page keep others waiting. */
export async function recordDelays(app: ElectronApplication, page: Page): Promise<void> {
  await app.evaluate((_electron, every) => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const waited = (): number => {
      try {
        return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
      } catch {
        return Number.NaN;
      }
    };
    const late: number[] = [];
    const alone: number[] = [];
    let last = performance.now();
    let lastWaited = waited();
    setInterval(() => {
      const [now, nowWaited] = [performance.now(), waited()];
      const delay = Math.max(0, now - last - every);
      late.push(delay);
      if (!Number.isNaN(nowWaited)) alone.push(Math.max(0, delay - (nowWaited - lastWaited)));
      [last, lastWaited] = [now, nowWaited];
    }, every);
    Object.assign(globalThis, { benchDelays: late, benchDelaysAlone: alone });
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
  type Noted = { benchDelays: number[]; benchDelaysAlone: number[] };
  return {
    main: await app.evaluate(() => (globalThis as unknown as Noted).benchDelays.splice(0)),
    mainAlone: await app.evaluate(() => (globalThis as unknown as Noted).benchDelaysAlone.splice(0)),
    page: await page.evaluate(() => (window as unknown as Noted).benchDelays.splice(0)),
  };
}
