import { type BrowserWindow, screen } from 'electron';

import { START_URL } from '#main/security/app-scheme.ts';
import type { SavedWindowBounds } from '#main/settings/app-state.ts';

import { createWindow } from './create-window.ts';
import { windowBounds } from './window-bounds.ts';

/** What opening a window needs. */
export type WindowDeps = {
  readonly preload: string;
  readonly savedBounds: SavedWindowBounds | null;
  readonly onBoundsChanged: (bounds: SavedWindowBounds) => void;
};

/** How long a window must not move before its bounds are saved. */
const SETTLE_MS = 1000;

/** Opens the main window at its last bounds. */
export function openWindow({ preload, savedBounds, onBoundsChanged }: WindowDeps): BrowserWindow {
  const bounds = windowBounds(savedBounds, workAreas());
  const window = createWindow({ preload, address: START_URL, bounds });
  if (savedBounds?.maximised === true) window.maximize();
  reportBounds(window, onBoundsChanged);
  return window;
}

/** Lets the page set the window's title only while `mayShowTitle` says so: others can read it in the task bar. */
export function guardTitle(window: BrowserWindow, mayShowTitle: () => boolean): void {
  window.on('page-title-updated', (event) => {
    if (mayShowTitle()) return;
    event.preventDefault();
    window.setTitle('Once');
  });
}

function workAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id);
  return [primary, ...others].map((display) => display.workArea);
}

function reportBounds(window: BrowserWindow, onBounds: (bounds: SavedWindowBounds) => void): void {
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    clearTimeout(timer);
    if (!window.isDestroyed() && !window.isMinimized()) {
      onBounds({ ...window.getNormalBounds(), maximised: window.isMaximized() });
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
