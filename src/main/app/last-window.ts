import { app } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

/** Whether the app and its library stay open without a window: always on macOS, elsewhere only if asked to. */
export const keepsRunning = ({ trayIcon, runInTray }: Settings): boolean =>
  process.platform === 'darwin' || (trayIcon && runInTray);

/**
 * Quits when the last window is closed, unless the app keeps running without one. Electron itself would always quit, also
 * while only the window is there and the rest of the app is not loaded.
 */
export function quitWithLastWindow(settings: Pick<SettingsStore<Settings>, 'value'>): void {
  app.on('window-all-closed', () => {
    if (!keepsRunning(settings.value())) app.quit();
  });
}
