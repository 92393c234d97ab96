import path from 'node:path';

import { app, nativeTheme, session as electronSession, shell } from 'electron';

import { DEFAULT_SETTINGS, settingsSchema } from '#ipc/settings.ts';

import { appFolders } from './app/app-folders.ts';
import { appHandlers } from './app/app-handlers.ts';
import { hardenApp } from './app/harden-app.ts';
import { createMainWindow } from './app/main-window.ts';
import { createNativeDialogs } from './app/native-dialogs.ts';
import { openLink } from './app/open-link.ts';
import { createQuitGuard } from './app/quit.ts';
import { isFirstInstance, onSecondInstance, requestedLibrary } from './app/single-instance.ts';
import { startBackups } from './backups/backup-service.ts';
import { calendarHandlers } from './export/calendar-handlers.ts';
import { exportHandlers } from './export/export-handlers.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import { announceToWindows as announce, listenToPage } from './ipc/electron-transport.ts';
import { openEventLog } from './logging/event-log.ts';
import { attachTextMenu, createApplicationMenu } from './menu/show-menus.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { servePage } from './security/serve-page.ts';
import { afterReady } from './session/after-ready.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import { startSession } from './session/start-session.ts';
import { appStateSchema, DEFAULT_APP_STATE } from './settings/app-state.ts';
import { openStore } from './settings/open-store.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { zoneInUse } from './settings/time-zone.ts';
import { NO_OWN_WORDS, ownWordsSchema } from './spelling/own-words.ts';
import { startSpelling } from './spelling/start-spelling.ts';
import { guardTitle } from './window/open-window.ts';
import { handlePageFailures } from './window/window-trouble.ts';

const mac = process.platform === 'darwin';
const development = !app.isPackaged;
const fromHere = (relative: string): string => path.join(import.meta.dirname, relative);
const worker = (name: string): URL => new URL(name, import.meta.url);

hardenApp(development);
if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();

/** Creates every part of the app and connects them. Each part is created after those it needs. */
function start(): void {
  const folders = appFolders();
  const log = openEventLog(folders.logs);
  const settings = openStore(folders.userData, 'settings', settingsSchema, DEFAULT_SETTINGS);
  const appState = openStore(folders.userData, 'places', appStateSchema, DEFAULT_APP_STATE);
  const ownWords = openStore(folders.userData, 'dictionary', ownWordsSchema, NO_OWN_WORDS);
  const zone = (): string => zoneInUse(settings.value().zone);
  const applyTheme = (): void => {
    nativeTheme.themeSource = settings.value().theme;
  };
  applyTheme();
  servePage(electronSession.defaultSession, fromHere('../renderer'));

  const window = createMainWindow(fromHere('../preload/index.cjs'), appState);
  const dialogs = createNativeDialogs(window.current);
  const session = startSession({
    folders,
    settings,
    appState,
    zone,
    announce,
    dialogs,
    page: window,
    logError: log.logError,
    showFolder: async (folder) => (await shell.openPath(folder)) === '',
    showFile: (file) => shell.showItemInFolder(file),
    exampleFiles: fromHere('../examples'),
    workerUrl: worker('library-worker.js'),
    requestedLibrary: requestedLibrary(),
  });
  const { leaveGuard, current: library } = session;
  const quitGuard = createQuitGuard(leaveGuard, mac);
  const menu = createApplicationMenu(() => ({
    mac,
    development,
    recents: session.recents(),
    mayLock: session.isEncrypted(),
    run: window.run,
    openRecent: (handle) => void session.openRecent(handle),
    reload: () => void leaveGuard.mayLeave('reload').then((may) => may && window.current()?.webContents.reload()),
  }));
  session.onChanged(menu.refresh);
  window.onOpened((opened) => {
    guardTitle(opened, () => settings.value().titleInWindow && session.closed() === null);
    quitGuard.guard(opened);
    handlePageFailures(opened, log, quitGuard.quit);
    attachTextMenu(opened);
    session.watchActivity(opened);
  });

  const backups = startBackups({
    ...dialogs,
    library,
    places: appState,
    zone,
    announce,
    workerUrl: worker('backup-worker.js'),
    logError: (error) => log.logError('backup', error),
  });
  const { askWhereToSave } = dialogs;
  const handlers = {
    ...session.handlers,
    ...afterReady(session.opened, backups),
    ...afterReady(session.opened, calendarHandlers({ askWhere: askWhereToSave, library, clock: Date.now })),
    ...exportHandlers(askWhereToSave),
    ...settingsHandlers(settings, announce, applyTheme),
    ...startSpelling({
      settings,
      ownWords,
      workerUrl: worker('spelling-worker.js'),
      dictionaries: fromHere('../dictionaries'),
      window: window.current,
    }),
    ...appHandlers({
      libraryFolder: session.folder,
      userData: folders.userData,
      settings,
      appState,
      window: window.current,
    }),
    'link:open': openLink(dialogs.askToOpen, (address) => shell.openExternal(address)),
  };
  listenToPage(createDispatcher(refuseWhileLocked(handlers, session.closed), log.logError));
  menu.refresh();
  window.show();

  const openToday = (): void => {
    window.show();
    window.run('go.today');
  };
  startReminders({ settings: settings.value, appState, library, zone, openToday });
  app.on('activate', () => void window.show());
  app.on('browser-window-focus', () => void library()?.reconcile());
  onSecondInstance((requested) => {
    window.show();
    if (requested === null || requested === session.folder()) return;
    void dialogs.askToSwitch(requested).then((may) => (may ? session.switchLibrary(requested) : null));
  });
  log.logEvent('started', { version: app.getVersion(), development });
}
