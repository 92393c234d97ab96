import { app, BrowserWindow } from 'electron';
import { ulid } from 'ulid';

import { createAnnouncements } from '#main/ipc/announcements.ts';
import { announceToWindows } from '#main/ipc/electron-transport.ts';
import { openEventLog } from '#main/logging/event-log.ts';
import { openAppState, openSettings } from '#main/settings/open-store.ts';
import { zoneInUse } from '#main/settings/time-zone.ts';

import { appFolders } from './app-folders.ts';
import type { StartOptions } from './command-line.ts';
import { createMainWindow } from './main-window.ts';
import { createNativeDialogs } from './native-dialogs.ts';
import { withNewCaches, withoutWindowBounds, withUsualLook } from './safe-mode.ts';
import { systemShell } from './system-shell.ts';

/** The main window, not shown yet, and what most parts of the app need. */
export type AppBase = ReturnType<typeof createAppBase>;

/**
 * Opens the log and the settings, and creates the main window and the dialogs over it. `base` goes to nearly every part
 * of the app: folders, log, settings, dialogs, announcements to the page, zone, clock and new ids.
 */
export function createAppBase(preload: string, { safeMode }: Pick<StartOptions, 'safeMode'>) {
  const folders = safeMode ? withNewCaches(appFolders()) : appFolders();
  const log = openEventLog(folders.logs);
  const ownSettings = openSettings(folders.userData, log.logError);
  const settings = safeMode ? withUsualLook(ownSettings) : ownSettings;
  const appState = openAppState(folders.userData, log.logError);
  const window = createMainWindow(preload, safeMode ? withoutWindowBounds(appState) : appState);
  const windowInUse = (): BrowserWindow | null => BrowserWindow.getFocusedWindow() ?? window.current();
  const dialogs = createNativeDialogs(windowInUse);
  const base = {
    ...dialogs,
    ...systemShell,
    ...createAnnouncements(announceToWindows),
    folders,
    settings,
    appState,
    log,
    logError: log.logError,
    zone: (): string => zoneInUse(settings.value().zone),
    locale: (): string => app.getSystemLocale(),
    clock: Date.now,
    newId: ulid,
  };
  /** Writes at once what was changed and waits for the disk: nothing else comes before the end. */
  const finishSettings = (): void => {
    settings.finish();
    appState.finish();
  };
  return { window, windowInUse, dialogs, base, finishSettings };
}
