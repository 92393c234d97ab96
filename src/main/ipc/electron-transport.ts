import { BrowserWindow, ipcMain } from 'electron';

import { fail } from '#domain/result.ts';
import { CHANNELS } from '#ipc/channels.ts';

import type { Dispatch } from './dispatcher.ts';
import type { Announce } from './handlers.ts';
import { isOwnPage } from './sender.ts';

/** Registers the channels. A request that does not come from the app's page is refused without reading it. */
export function listenToPage(dispatch: Dispatch): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, (event, request: unknown) =>
      isOwnPage(event.senderFrame)
        ? dispatch(channel, request)
        : fail({ kind: 'invalid-request', detail: 'not from the page' }),
    );
  }
}

/** Sends an event to every window that shows the app's page. A page that loads later requests the state itself. */
export const announceToWindows: Announce = (event, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!webContents.isDestroyed() && isOwnPage(webContents.mainFrame)) webContents.send(event, payload);
  }
};
