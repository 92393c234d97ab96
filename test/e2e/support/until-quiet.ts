import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** Waits until the page has drawn what it knows by now: the work of the frame after the next one is over then. */
export const drawn = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
  });

/**
 * Waits until the window has done what a script in it asked for, and nothing is loading any more: what was refused has
 * been refused by then. Asks main, because Playwright waits for navigations that were refused.
 */
export async function untilQuiet(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(0))))',
    ),
  );
  await expect
    .poll(() => app.evaluate(({ webContents }) => webContents.getAllWebContents().some((each) => each.isLoading())))
    .toBe(false);
}

/** Waits until nothing is loading, and every chart is drawn: they are drawn one after another. */
export async function untilComplete(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}
