import { app, type BrowserWindow } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { EventLog } from '#main/logging/event-log.ts';
import { type ApplicationMenu, attachTextMenu, createApplicationMenu } from '#main/menu/show-menus.ts';
import type { Session } from '#main/session/start-session.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { guardTitle } from '#main/window/open-window.ts';
import { handlePageFailures } from '#main/window/page-failures.ts';

import type { MainWindow } from './main-window.ts';
import { createQuitGuard } from './quit.ts';

/** What the window and the menus need from the rest of the app. */
export type ConnectWindowDeps = {
  readonly window: MainWindow;
  readonly session: Session;
  readonly settings: SettingsStore<Settings>;
  readonly log: EventLog;
};

/**
 * Connects the window with the session: the application menu, the text menu, the guards against losing changes on
 * close and quit, the title, the recovery from a crashed page and the lock when idle. Opens no window. Returns the menu, to
 * refresh after a change of settings.
 */
export function connectWindow({ window, session, settings, log }: ConnectWindowDeps): ApplicationMenu {
  const mac = process.platform === 'darwin';
  const { leaveGuard } = session;
  const reload = async (): Promise<void> => {
    if (await leaveGuard.mayLeave('reload')) window.current()?.webContents.reload();
  };
  const quitGuard = createQuitGuard(leaveGuard, mac);
  const menu = createApplicationMenu(() => ({
    mac,
    development: !app.isPackaged,
    recents: session.recents(),
    mayLock: session.isEncrypted(),
    shortcuts: settings.value().shortcuts,
    run: window.run,
    openRecent: (handle) => void session.openRecent(handle),
    reload: () => void reload(),
  }));
  session.onChanged(menu.refresh);
  menu.refresh();
  window.onOpened((opened: BrowserWindow) => {
    guardTitle(opened, () => settings.value().titleInWindow && session.closed() === null);
    quitGuard.guard(opened);
    handlePageFailures(opened, log, quitGuard.quit);
    attachTextMenu(opened);
    session.watchActivity(opened);
  });
  return menu;
}
