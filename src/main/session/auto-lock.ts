import { type BrowserWindow, powerMonitor } from 'electron';

import { createIdleTimer, type IdleTimer } from './idle-timer.ts';

/** When the library is locked without anybody asking for it. */
export type AutoLockDeps = {
  readonly minutes: () => number;
  readonly withScreen: () => boolean;
  readonly lock: () => void;
};

const CHECK_EVERY_MS = 10_000;

/** Locks when nobody has used the window for a while, and when the computer sleeps or its screen is locked. */
export function startAutoLock({ minutes, withScreen, lock }: AutoLockDeps): (window: BrowserWindow) => void {
  // Date.now goes on while the computer sleeps, which is what counts here.
  const clock: IdleTimer = createIdleTimer(Date.now, minutes, lock);
  setInterval(clock.check, CHECK_EVERY_MS).unref();
  const withTheScreen = (): void => {
    if (withScreen()) lock();
  };
  powerMonitor.on('suspend', withTheScreen);
  powerMonitor.on('lock-screen', withTheScreen);
  powerMonitor.on('resume', clock.check);
  return (window) => void window.webContents.on('input-event', clock.onActivity);
}
