import { BrowserWindow, ipcMain } from 'electron';

import { fail } from '#domain/result.ts';
import { CHANNELS } from '#ipc/channels.ts';

import type { Dispatch } from './dispatcher.ts';
import type { Announce } from './handlers.ts';
import { isOwnPage } from './sender.ts';

/** Lets the page ask. Anything that is not the page gets a refusal, and its request is not even looked at. */
export function listenToPage(dispatch: Dispatch): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, (event, request: unknown) =>
      isOwnPage(event.senderFrame)
        ? dispatch(channel, request)
        : fail({ kind: 'invalid-request', detail: 'not from the page' }),
    );
  }
}

/** Tells every window something. One that has not loaded yet asks for the state itself when it has. */
export const announceToWindows: Announce = (event, payload) => {
  for (const { webContents } of BrowserWindow.getAllWindows()) {
    if (!webContents.isDestroyed() && isOwnPage(webContents.mainFrame)) webContents.send(event, payload);
  }
};
