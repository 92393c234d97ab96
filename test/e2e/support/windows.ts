import { type ElectronApplication, expect, type Page } from '@playwright/test';

/** The windows in which every screen is checked: the usual one, the smallest, and the usual one zoomed in. */
export const WINDOWS = [
  { name: '1280×800', width: 1280, height: 800, zoom: 1 },
  { name: '900×700', width: 900, height: 700, zoom: 1 },
  { name: '200 %', width: 1280, height: 800, zoom: 2 },
] as const;

type WindowSize = { readonly width: number; readonly height: number; readonly zoom: number };

/** Gives the main window that size and zoom. */
export async function setWindow(app: ElectronApplication, page: Page, window: WindowSize): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(width, height);
    shown?.webContents.setZoomFactor(zoom);
  }, window);
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(window.width / window.zoom);
}
