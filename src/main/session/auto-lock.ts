import { type BrowserWindow, powerMonitor } from 'electron';

import { createIdleTimer, type IdleTimer } from './idle-timer.ts';

/**
 * When to lock automatically, and how. `minutes` without use, 0 for never; `withScreen` for sleep and screen lock. Both
 * are read at every check.
 */
export type AutoLockDeps = {
  readonly minutes: () => number;
  readonly withScreen: () => boolean;
  readonly lock: () => void;
};

const CHECK_EVERY_MS = 10_000;

/**
 * Locks after a time without input, and when the computer sleeps or its screen is locked. Returns a function that
 * counts input in a window as use.
 */
export function startAutoLock({ minutes, withScreen, lock }: AutoLockDeps): (window: BrowserWindow) => void {
  // Date.now includes the time the computer sleeps, which counts as idle time.
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
