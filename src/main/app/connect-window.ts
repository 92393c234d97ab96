import { app, BrowserWindow } from 'electron';

import type { Settings } from '#ipc/settings.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import { pastePlain } from '#main/ipc/paste-plain.ts';
import { attachTextMenu, createApplicationMenu } from '#main/menu/show-menus.ts';
import type { Session } from '#main/session/start-session.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { guardTitle } from '#main/window/open-window.ts';

import type { MainWindow } from './main-window.ts';
import type { QuickCapture } from './quick-capture.ts';
import type { QuitGuard } from './quit.ts';

/** What the window and the menus need from the rest of the app. */
export type ConnectWindowDeps = {
  readonly window: MainWindow;
  readonly session: Session;
  readonly settings: SettingsStore<Settings>;
  readonly capture: Pick<QuickCapture, 'show'>;
  readonly quitGuard: QuitGuard;
  readonly onAnnounced: Announcements['onAnnounced'];
};

/**
 * Connects the window with the session: the application menu, the text menu, the guards against losing changes on
 * close and quit, the title and the lock when idle. Opens no window.
 */
export function connectWindow(deps: ConnectWindowDeps): void {
  const { window, session, settings, capture, quitGuard } = deps;
  const { leaveGuard } = session;
  const reload = async (): Promise<void> => {
    if (await leaveGuard.mayLeave('reload')) window.current()?.webContents.reload();
  };
  const menu = createApplicationMenu(() => ({
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    recents: session.recents(),
    mayLock: session.isEncrypted(),
    shortcuts: settings.value().shortcuts,
    // From the menu it opens without the main window.
    run: (id) => (id === 'capture.open' ? capture.show() : window.run(id)),
    openRecent: (handle) => void session.openRecent(handle),
    reload: () => void reload(),
    pastePlain: () => {
      const focused = BrowserWindow.getFocusedWindow();
      if (focused !== null) void pastePlain(focused);
    },
  }));
  session.onChanged(menu.refresh);
  deps.onAnnounced('settings:changed', menu.refresh);
  menu.refresh();
  window.onOpened((opened: BrowserWindow) => {
    guardTitle(opened, () => settings.value().titleInWindow && session.closed() === null);
    quitGuard.guard(opened);
    attachTextMenu(opened, pastePlain);
    session.watchActivity(opened);
  });
}
