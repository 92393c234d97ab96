import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { answerTo } from '../e2e/support/ask.ts';
import type { Stage } from './stage.ts';

/** How large the inside of the window is, and how much what is in it is enlarged. */
export type Size = { readonly width: number; readonly height: number; readonly zoom: number };

/** The sizes every scene is taken in: a usual window, about the smallest, and everything twice as large. */
const SIZES: readonly Size[] = [
  { width: 1280, height: 800, zoom: 1 },
  { width: 900, height: 700, zoom: 1 },
  { width: 1280, height: 800, zoom: 2 },
];

/** The appearances every scene is taken in. */
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Long enough for colours to fade and for panels to open. */
const SETTLED = 450;

/** Sets the window's inside to exactly that size. */
export async function resize({ app, page }: Stage, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
  await page.waitForFunction((wanted) => window.innerWidth === wanted, size.width / size.zoom);
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

/** The same for an enlarged page, of which Playwright would take a corner alone. */
async function takeEnlarged({ app, page }: Stage, file: string): Promise<void> {
  await page.mouse.move(100, 400);
  await page.waitForTimeout(SETTLED);
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  writeFileSync(file, Buffer.from(png, 'base64'));
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
      await (size.zoom === 1 ? takePicture : takeEnlarged)(
        stage,
        path.join(folder, `${name}-${size.width}x${size.height}${size.zoom === 1 ? '' : `@${size.zoom}`}-${theme}.png`),
      );
    }
  }
  await setTheme(stage, 'light');
  await resize(stage, SIZES[0] ?? { width: 1280, height: 800, zoom: 1 });
}
