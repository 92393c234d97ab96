import type { ElectronApplication, Page } from '@playwright/test';

import { launchApp } from '../e2e/support/launch-app.ts';
import { provideAfterPaint } from './after-paint.ts';
import type { Command } from './start.ts';

/** Nothing waits for the screen, so that the time to the next frame is not counted, only the work for it. */
export const UNLIMITED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];

/** Runs the app on the list of its library for `measure`. */
export async function inSession<Result>(
  command: Command,
  measure: (page: Page, app: ElectronApplication) => Promise<Result>,
): Promise<Result> {
  const app = await launchApp({ ...command, args: [...command.args, ...UNLIMITED] });
  try {
    const page = await app.firstWindow();
    await page.getByRole('navigation', { name: 'Main' }).waitFor({ timeout: 120_000 });
    await page.evaluate(() => (window.location.hash = '#/coes')); // it may have opened on Today
    await page.locator('[data-coe-row]').first().waitFor({ timeout: 120_000 });
    await page.waitForTimeout(2000);
    await provideAfterPaint(page);
    return await measure(page, app);
  } finally {
    await endApp(app);
  }
}

/** Quits an app, or ends it if it does not. */
export async function endApp(app: ElectronApplication): Promise<void> {
  const running = app.process();
  const ended = new Promise((resolve) => running.once('exit', resolve));
  await app.evaluate(({ app: electronApp }) => electronApp.quit()).catch(() => undefined);
  const tooLong = setTimeout(() => running.kill('SIGKILL'), 10_000);
  if (running.exitCode === null && running.signalCode === null) await ended;
  clearTimeout(tooLong);
}
