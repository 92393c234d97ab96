import { app, type BrowserWindow } from 'electron';

import type { LeaveGuard } from '#main/session/leave-guard.ts';

import { onStopSignal } from './stop-signals.ts';

/** Sees to it that no way out of the app passes by what is not written yet. */
export type QuitGuard = { readonly quit: () => void; readonly guard: (window: BrowserWindow) => void };

/** Stands at every exit: the window's cross, the menu, the session's end, a signal. */
export function createQuitGuard(leaving: LeaveGuard, mac: boolean): QuitGuard {
  let isPrepared = false;
  const quit = async (): Promise<void> => {
    if (isPrepared || !(await leaving.prepareToQuit())) return;
    isPrepared = true;
    app.quit();
  };
  const atOnce = (): Promise<void> => (isPrepared ? Promise.resolve() : leaving.closeWithoutAsking());
  app.on('before-quit', (event) => {
    if (isPrepared) return;
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
        if (isPrepared) return;
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
