import type { Page } from '@playwright/test';

/**
 * Holds the time of day in the page, so that what is typed from now on counts as typed without a pause, however slow
 * the machine is. Answers how to let time pass.
 */
export async function holdTime(page: Page): Promise<(milliseconds: number) => Promise<void>> {
  await page.evaluate(() => {
    let now = Date.now();
    Object.assign(globalThis, { letTimePass: (milliseconds: number) => void (now += milliseconds) });
    Date.now = () => now;
  });
  return (milliseconds) =>
    page.evaluate((passed) => {
      (globalThis as unknown as { letTimePass: (milliseconds: number) => void }).letTimePass(passed);
    }, milliseconds);
}
