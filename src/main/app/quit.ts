import { app, type BrowserWindow } from 'electron';

import type { Leaving } from '#main/session/leave-guard.ts';

import { onStopSignal } from './stop-signals.ts';

/** Sees to it that no way out of the app passes by what is not written yet. */
export type Closing = { readonly quit: () => void; readonly guard: (window: BrowserWindow) => void };

/** Stands at every exit: the window's cross, the menu, the session's end, a signal. */
export function createClosing(leaving: Leaving, mac: boolean): Closing {
  let nothingToLose = false;
  const quit = async (): Promise<void> => {
    if (nothingToLose || !(await leaving.prepareToQuit())) return;
    nothingToLose = true;
    app.quit();
  };
  const atOnce = (): Promise<void> => (nothingToLose ? Promise.resolve() : leaving.prepareAtOnce());
  app.on('before-quit', (event) => {
    if (nothingToLose) return;
    event.preventDefault();
    void quit();
  });
  app.on('window-all-closed', () => {
    if (!mac) void quit();
  });
  onStopSignal(() => atOnce().finally(() => app.exit(0)));
  return {
    quit: () => void quit(),
    guard: (window) => {
      window.on('close', (event) => {
        if (nothingToLose) return;
        event.preventDefault();
        // On macOS an app goes on without a window, and so does its library.
        if (!mac) void quit();
        else void leaving.mayLeave().then((may) => may && !window.isDestroyed() && window.destroy());
      });
      window.on('query-session-end', () => void atOnce());
      window.on('session-end', () => void atOnce());
    },
  };
}
