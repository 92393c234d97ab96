import type { BrowserWindow } from 'electron';

import type { CommandId } from '#ipc/commands.ts';
import { announceToWindows } from '#main/ipc/electron-transport.ts';
import { registerWindow } from '#main/ipc/page-window.ts';
import { START_URL } from '#main/security/app-scheme.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { openWindow } from '#main/window/open-window.ts';

/** The main window. On macOS, and with the tray icon elsewhere, it may be closed while the app keeps running. */
export type MainWindow = {
  /** The window; null before the first one and while it is closed. */
  readonly current: () => BrowserWindow | null;
  /** Brings the window to the front, or opens one. */
  readonly show: () => BrowserWindow;
  /** Runs a command in the page, after it has loaded. */
  readonly run: (id: CommandId) => void;
  /** Calls back once the page can answer: at once, or after it has loaded. Shows the window. */
  readonly whenLoaded: (listener: () => void) => void;
  /** Loads the page again at its first address and clears the navigation history. */
  readonly reloadPage: () => void;
  /** Whether a page has loaded and can answer. */
  readonly hasPage: () => boolean;
  /** Calls back with each window after it was created, and with the one that is open. */
  readonly onOpened: (listener: (window: BrowserWindow) => void) => void;
};

/** Manages the window. Nothing is open before `show`. `preload` is the path of the preload script. */
export function createMainWindow(preload: string, appState: SettingsStore<AppState>): MainWindow {
  const listeners: ((window: BrowserWindow) => void)[] = [];
  let window: BrowserWindow | null = null;
  let loaded = false;
  const current = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);
  const show = (): BrowserWindow => {
    const there = current();
    if (there !== null) {
      if (there.isMinimized()) there.restore();
      there.show();
      there.focus();
      return there;
    }
    const made = openWindow({
      preload,
      savedBounds: appState.value().window,
      onBoundsChanged: (bounds) => void appState.change({ window: bounds }),
    });
    window = made;
    registerWindow(made.webContents, 'main');
    loaded = false;
    for (const listener of listeners) listener(made);
    made.webContents.on('did-finish-load', () => (loaded = true));
    made.webContents.on('render-process-gone', () => (loaded = false));
    return made;
  };
  return {
    current,
    show,
    onOpened: (listener) => {
      listeners.push(listener);
      const there = current();
      if (there !== null) listener(there);
    },
    reloadPage: () => {
      const there = current();
      if (there === null) return;
      loaded = false;
      there.setTitle('Once');
      const { webContents } = there;
      webContents.once('did-finish-load', () => webContents.navigationHistory.clear());
      // Changing the fragment alone keeps the page in memory. Only a reload frees it.
      const again = (): void => webContents.reload();
      webContents.loadURL(START_URL).then(again, again);
    },
    hasPage: () => loaded && current() !== null,
    run: (id) => {
      const there = current();
      if (there !== null && loaded) announceToWindows('command', { id });
      else show().webContents.once('did-finish-load', () => announceToWindows('command', { id }));
    },
    whenLoaded: (listener) => {
      const shown = show();
      if (loaded) listener();
      else shown.webContents.once('did-finish-load', listener);
    },
  };
}
