import type { BrowserWindow } from 'electron';

import { registerWindow } from '#main/ipc/page-window.ts';
import { openCaptureWindow } from '#main/window/open-capture-window.ts';

/** The window for quick capture. It exists only while it is open. */
export type CaptureWindow = {
  /** Brings the window to the front, or opens it. */
  readonly show: () => void;
  readonly close: () => void;
};

/** Manages the window. `preload` is the path of the preload script; `onOpened` is called with each new window. */
export function createCaptureWindow(preload: string, onOpened: (window: BrowserWindow) => void): CaptureWindow {
  let window: BrowserWindow | null = null;
  const current = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);
  return {
    show: () => {
      const open = current();
      if (open === null) {
        window = openCaptureWindow(preload);
        registerWindow(window.webContents, 'capture');
        onOpened(window);
        return;
      }
      if (open.isMinimized()) open.restore();
      open.show();
      open.focus();
    },
    close: () => current()?.close(),
  };
}
