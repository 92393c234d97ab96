import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme, type Session } from 'electron';

import { restoreAppPage } from '#main/security/restore-app-page.ts';

import type { WindowBounds } from './window-bounds.ts';
import { backgroundFor, printWindowOptions, windowOptions } from './window-options.ts';

/** What differs between the windows of the app. */
export type WindowSpec = {
  readonly preload: string;
  /** The address of its page. */
  readonly address: string;
  readonly bounds: WindowBounds;
  /** Options that replace those of the main window. The preferences of the page are the same in every window. */
  readonly options?: Pick<BrowserWindowConstructorOptions, 'minWidth' | 'minHeight' | 'title' | 'fullscreenable'>;
};

/**
 * Creates a window and loads its page. The window becomes visible once the page can be drawn. Its background follows
 * the theme, and the page is loaded again if the window should leave it.
 */
export function createWindow({ preload, address, bounds, options = {} }: WindowSpec): BrowserWindow {
  const window = openWith({
    ...windowOptions(bounds, nativeTheme.shouldUseDarkColors, preload),
    ...options,
  });
  showOnce(window);
  const followTheme = (): void => window.setBackgroundColor(backgroundFor(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  restoreAppPage(window.webContents, address);
  void window.loadURL(address);
  return window;
}

/**
 * Shows a window when its page can be drawn. Wayland draws no hidden window, so one would never be ready to show there:
 * in a session of Wayland it is shown at the latest when its page has loaded. It is never shown a second time, which
 * would put it in front of what the person has opened meanwhile.
 */
function showOnce(window: BrowserWindow): void {
  let isShown = false;
  const show = (): void => {
    if (!isShown) window.show();
    isShown = true;
  };
  window.once('ready-to-show', show);
  if (process.env['WAYLAND_DISPLAY']) window.webContents.once('did-finish-load', show);
}

/** Creates a window that nobody sees, for a page to print. */
export const createPrintWindow = (session: Session): BrowserWindow => openWith(printWindowOptions(session));

const openWith = (options: BrowserWindowConstructorOptions): BrowserWindow => new BrowserWindow(options);
