import path from 'node:path';

import { BrowserWindow, ipcMain } from 'electron';

import { fail } from '#domain/result.ts';
import { CHANNELS, DROP_CHANNEL } from '#ipc/channels.ts';

import type { Dispatch } from './dispatcher.ts';
import type { Announce } from './handlers.ts';
import { mayReceive, windowOf } from './page-window.ts';
import { isOwnPage } from './sender.ts';

/**
 * Registers the channels. A request that does not come from a page of the app's windows is refused without reading it.
 */
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

/** More paths are not taken from one drop. */
const MOST_DROPPED = 1000;

/** Calls `onDrop` with the absolute paths of files that were dropped on the main window. Anything else is ignored. */
export function listenToDrops(onDrop: (paths: readonly string[]) => Promise<void>): void {
  ipcMain.handle(DROP_CHANNEL, async (event, paths: unknown) => {
    if (!isOwnPage(event.senderFrame) || windowOf(event.sender) !== 'main') return;
    const dropped = droppedPaths(paths);
    if (dropped !== null) await onDrop(dropped);
  });
}

/** The paths in a message of the preload; null for anything else. */
export function droppedPaths(message: unknown): readonly string[] | null {
  if (!Array.isArray(message) || message.length === 0 || message.length > MOST_DROPPED) return null;
  const isPath = (one: unknown): one is string =>
    typeof one === 'string' && one.length <= 4096 && path.isAbsolute(one) && !one.includes('\0');
  return message.every(isPath) ? message : null;
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
