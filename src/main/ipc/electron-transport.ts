import { BrowserWindow, ipcMain } from 'electron';

import { fail } from '#domain/result.ts';
import { CHANNELS } from '#ipc/channels.ts';

import type { Dispatch } from './dispatcher.ts';
import type { Announce } from './handlers.ts';
import { mayReceive, windowOf } from './page-window.ts';
import { isOwnPage } from './sender.ts';

/** Registers the channels. A request that does not come from a page of the app's windows is refused without reading it. */
export function listenToPages(dispatch: Dispatch): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, (event, request: unknown) => {
      const window = isOwnPage(event.senderFrame) ? windowOf(event.sender) : null;
      return window === null
        ? fail({ kind: 'invalid-request', detail: 'not from the page' })
        : dispatch(window, channel, request);
    });
  }
}

/**
 * Sends an event to every window that shows the app's page and may receive it. A page that loads later requests the
 * state itself.
 */
export const announceToWindows: Announce = (event, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (webContents.isDestroyed() || !isOwnPage(webContents.mainFrame)) continue;
    const window = windowOf(webContents);
    if (window !== null && mayReceive(window, event)) webContents.send(event, payload);
  }
};
