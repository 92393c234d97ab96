import { type BrowserWindow, clipboard } from 'electron';

import { announceToWindows } from './electron-transport.ts';
import { windowOf } from './page-window.ts';

/**
 * Pastes what is on the clipboard as plain text where the caret of a window is. The main window's page gets the text and
 * the order, because it reads text as Markdown otherwise, and a paste does not say which command it came from.
 */
export async function pastePlain(window: BrowserWindow): Promise<void> {
  if (windowOf(window.webContents) === 'main')
    announceToWindows('text:paste-plain', { text: await clipboard.readText() });
  else window.webContents.pasteAndMatchStyle();
}
