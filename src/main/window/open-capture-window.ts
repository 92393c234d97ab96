import { type BrowserWindow, screen } from 'electron';

import { CAPTURE_URL } from '#main/security/app-scheme.ts';

import { createWindow } from './create-window.ts';

/** The size of the quick capture window in pixels, and its minimum. */
const SIZE = { width: 560, height: 520 } as const;
const MIN_SIZE = { minWidth: 420, minHeight: 400 } as const;

/**
 * Opens the quick capture window in the middle of the display that the pointer is on, and loads its page. It has no
 * menu bar, whose commands would run in the main window.
 */
export function openCaptureWindow(preload: string): BrowserWindow {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(SIZE.width, workArea.width);
  const height = Math.min(SIZE.height, workArea.height);
  const bounds = {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  };
  const window = createWindow({
    preload,
    address: CAPTURE_URL,
    bounds,
    options: { ...MIN_SIZE, title: 'Quick capture', fullscreenable: false },
  });
  window.removeMenu();
  return window;
}
