import { BrowserWindow, nativeTheme, screen } from 'electron';

import { START_URL } from '#main/security/app-scheme.ts';
import { restoreAppPage } from '#main/security/restore-app-page.ts';
import type { SavedWindowBounds } from '#main/settings/app-state.ts';

import { windowBounds } from './window-bounds.ts';
import { backgroundFor, windowOptions } from './window-options.ts';

/** What a window needs to know, and whom it tells. */
export type WindowDeps = {
  readonly preload: string;
  readonly savedBounds: SavedWindowBounds | null;
  readonly onBoundsChanged: (place: SavedWindowBounds) => void;
  /** Whether the page may put its own words into the window's title. */
  readonly mayShowTitle: () => boolean;
};

/** How long a window stands still before its place is written down, in milliseconds. */
const SETTLE_MS = 1000;

/** Opens the window with the page in it, and shows it when there is something to see. */
export function openWindow({ preload, savedBounds, onBoundsChanged, mayShowTitle }: WindowDeps): BrowserWindow {
  const bounds = windowBounds(savedBounds, workAreas());
  const window = new BrowserWindow(windowOptions(bounds, nativeTheme.shouldUseDarkColors, preload));
  if (savedBounds?.maximised === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => {
    if (mayShowTitle()) return;
    event.preventDefault();
    window.setTitle('Once');
  });
  const followTheme = (): void => window.setBackgroundColor(backgroundFor(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.off('updated', followTheme));
  restoreAppPage(window.webContents, START_URL);
  reportBounds(window, onBoundsChanged);
  void window.loadURL(START_URL);
  return window;
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function reportBounds(window: BrowserWindow, onPlace: (place: SavedWindowBounds) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed() && !window.isMinimized()) {
      onPlace({ ...window.getNormalBounds(), maximised: window.isMaximized() });
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLE_MS);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  window.on('close', tell);
  window.once('closed', () => clearTimeout(timer));
}
