import { app, type BrowserWindow } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { LeaveGuard } from '#main/session/leave-guard.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { keepsRunning } from './last-window.ts';
import { onStopSignal } from './stop-signals.ts';

/** Saves everything before the app quits, whatever caused it. */
export type QuitGuard = {
  readonly quit: () => void;
  /** Applies the guard to a window as well. */
  readonly guard: (window: BrowserWindow) => void;
  /** Asks whatever else could lose text before quitting. `mayQuit` returns false when the person chose to stay. */
  readonly askFirst: (mayQuit: () => Promise<boolean>) => void;
};

/** What the guard needs. */
export type QuitGuardDeps = {
  readonly leaveGuard: LeaveGuard;
  readonly settings: SettingsStore<Settings>;
};

/**
 * Guards the quit menu, stop signals and, for each guarded window, its close button and the end of the login session.
 */
export function createQuitGuard({ leaveGuard, settings }: QuitGuardDeps): QuitGuard {
  let isPrepared = false;
  let mayQuit = async (): Promise<boolean> => true;
  const quit = async (): Promise<void> => {
    if (isPrepared || !(await mayQuit()) || !(await leaveGuard.prepareToQuit())) return;
    isPrepared = true;
    app.quit();
  };
  const atOnce = (): Promise<void> => (isPrepared ? Promise.resolve() : leaveGuard.closeWithoutAsking());
  app.on('before-quit', (event) => {
    if (isPrepared) return;
    event.preventDefault();
    void quit();
  });
  onStopSignal(() => atOnce().finally(() => app.exit(0)));
  return {
    quit: () => void quit(),
    askFirst: (ask) => {
      mayQuit = ask;
    },
    guard: (window) => {
      window.on('close', (event) => {
        if (isPrepared) return;
        event.preventDefault();
        if (!keepsRunning(settings.value())) void quit();
        else void leaveGuard.mayLeave('close-window').then((may) => may && !window.isDestroyed() && window.destroy());
      });
      window.on('query-session-end', () => void atOnce());
      window.on('session-end', () => void atOnce());
    },
  };
}
