import path from 'node:path';

import type { Page } from '@playwright/test';

import { answerTo } from '../e2e/support/ask.ts';
import type { Stage } from './stage.ts';

/** How large the inside of the window is. */
export type Size = { readonly width: number; readonly height: number };

/** The sizes every scene is taken in: a usual window, and about the smallest. */
export const SIZES: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
];

/** The appearances every scene is taken in. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Long enough for colours to fade and for panels to open. */
const SETTLED = 450;

/** Sets the window's inside to exactly that size. */
export async function resize({ app, page }: Stage, { width, height }: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  await page.waitForFunction((wanted) => window.innerWidth === wanted, width);
}

/** Changes the appearance as Settings would. */
export const setTheme = async ({ page }: Stage, theme: Theme): Promise<void> =>
  void (await answerTo(page, 'settings:change', { theme }));

/** Takes one picture of the window as it is, when nothing moves any more. */
export async function takePicture({ page }: Stage, file: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // Else the pointer of the screen itself would rest on whatever lies in the middle.
  await page.mouse.move(100, 400);
  await page.waitForTimeout(SETTLED);
  await page.screenshot({ path: file, caret: 'initial' });
}

/** Takes another window than the main one in every appearance, in the size it opens in. Ends by day. */
export async function takeWindow(stage: Stage, other: Page, folder: string, name: string): Promise<void> {
  for (const theme of THEMES) {
    await setTheme(stage, theme);
    await other.waitForTimeout(SETTLED);
    await other.screenshot({ path: path.join(folder, `${name}-${theme}.png`), caret: 'initial' });
  }
  await setTheme(stage, 'light');
}

/** Takes one scene in every size and appearance. Ends in the first size by day. */
export async function takeAll(stage: Stage, folder: string, name: string): Promise<void> {
  for (const theme of THEMES) {
    await setTheme(stage, theme);
    for (const size of SIZES) {
      await resize(stage, size);
      await takePicture(stage, path.join(folder, `${name}-${size.width}x${size.height}-${theme}.png`));
    }
  }
  await setTheme(stage, 'light');
  await resize(stage, SIZES[0] ?? { width: 1280, height: 800 });
}
