import { app } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

/** Whether the app and its library stay open without a window: always on macOS, elsewhere only if asked to. */
export const keepsRunning = ({ trayIcon, runInTray }: Settings): boolean =>
  process.platform === 'darwin' || (trayIcon && runInTray);

/**
 * Quits when the last window is closed, unless the app keeps running without one. Electron itself would always quit, also
 * while only the window is there and the rest of the app is not loaded. After `alwaysQuit` the app never runs without a
 * window, and quits at once if none is open.
 */
export function quitWithLastWindow(
  settings: Pick<SettingsStore<Settings>, 'value'>,
  isOpen: () => boolean,
): { readonly alwaysQuit: () => void } {
  let always = false;
  app.on('window-all-closed', () => {
    if (always || !keepsRunning(settings.value())) app.quit();
  });
  return {
    alwaysQuit: () => {
      always = true;
      if (!isOpen()) app.quit();
    },
  };
}
