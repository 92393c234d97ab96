import type { BrowserWindow } from 'electron';

import type { CommandId } from '#ipc/commands.ts';
import { announceToWindows } from '#main/ipc/electron-transport.ts';
import { START_URL } from '#main/security/app-scheme.ts';

/** The one window, which on macOS may be closed while the app goes on. */
export type MainWindow = {
  readonly current: () => BrowserWindow | null;
  /** Brings it to the front, opening it if there is none. */
  readonly show: () => BrowserWindow;
  /** Has the page run a command, once it is there to do so. */
  readonly run: (id: CommandId) => void;
  /** Begins the page anew at its first address, with no way back to where it was. */
  readonly reloadPage: () => void;
  /** Whether a page is there that can answer. */
  readonly hasPage: () => boolean;
};

/** Holds the window that `open` makes. */
export function createMainWindow(open: () => BrowserWindow): MainWindow {
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
    const made = open();
    window = made;
    loaded = false;
    made.webContents.on('did-finish-load', () => (loaded = true));
    made.webContents.on('render-process-gone', () => (loaded = false));
    return made;
  };
  return {
    current,
    show,
    reloadPage: () => {
      const there = current();
      if (there === null) return;
      loaded = false;
      there.setTitle('Once');
      const { webContents } = there;
      webContents.once('did-finish-load', () => webContents.navigationHistory.clear());
      // Going to another place of the same page keeps the page; only loading it again gives its memory up.
      const again = (): void => webContents.reload();
      webContents.loadURL(START_URL).then(again, again);
    },
    hasPage: () => loaded && current() !== null,
    run: (id) => {
      const there = current();
      if (there !== null && loaded) announceToWindows('command', { id });
      else show().webContents.once('did-finish-load', () => announceToWindows('command', { id }));
    },
  };
}
