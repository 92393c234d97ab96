import path from 'node:path';

import { app, nativeTheme, session, shell } from 'electron';
import { ulid } from 'ulid';

import { DEFAULT_SETTINGS, settingsSchema } from '#ipc/settings.ts';

import { appFolders } from './app/app-folders.ts';
import { appHandlers } from './app/app-handlers.ts';
import { appInfo } from './app/app-info.ts';
import { createQuitGuard } from './app/quit.ts';
import { zoneInUse } from './settings/time-zone.ts';
import { createStartupList } from './session/startup-list.ts';
import { makeExampleLibrary } from './session/example-library.ts';
import { firstLibrary } from './session/first-library.ts';
import { createPageFlush } from './session/flush-page.ts';
import { isFirstInstance, requestedLibrary, onSecondInstance } from './app/single-instance.ts';
import { isEmptyFolder } from './session/is-empty-folder.ts';
import { createLeaveGuard } from './session/leave-guard.ts';
import { createLibraryLockManager } from './session/library-lock-manager.ts';
import { createLibrarySwitcher } from './session/library-switcher.ts';
import { createLibraryLock } from './session/library-lock.ts';
import { createMainWindow } from './app/main-window.ts';
import { createNativeDialogs } from './app/native-dialogs.ts';
import { openLink } from './app/open-link.ts';
import { identityOfThisProcess, processStatus } from './session/process-identity.ts';
import { describeRecents } from './session/recent-libraries.ts';
import { startVault } from './session/start-vault.ts';
import { afterReady } from './app/wait-for.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import { calendarHandlers } from './export/calendar-handlers.ts';
import { exportHandlers } from './export/export-handlers.ts';
import { startBackups } from './backups/backup-service.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import type { Handlers } from './ipc/handlers.ts';
import { announceToWindows as announce, listenToPage } from './ipc/electron-transport.ts';
import { cachePathsOf } from './coe-files/cache-paths.ts';
import { loadFirstRows } from './library/first-rows.ts';
import { handleOf } from './library/library-handle.ts';
import { libraryHandlers } from './session/library-handlers.ts';
import { createLibraryManager } from './session/library-manager.ts';
import { openLibrary } from './library/library.ts';
import { openEventLog } from './logging/event-log.ts';
import { showSpellingMenu, showApplicationMenu, attachTextMenu } from './menu/show-menus.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { blockNetwork, disableChromiumNetworking } from './security/block-network.ts';
import { denyPermissions } from './security/deny-permissions.ts';
import { declareAppScheme, servePage } from './security/serve-page.ts';
import { blockNavigation } from './security/block-navigation.ts';
import { openElectronStore } from './settings/electron-store-file.ts';
import { createSettingsStore } from './settings/settings-store.ts';
import { DEFAULT_APP_STATE, appStateSchema } from './settings/app-state.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { NO_OWN_WORDS, ownWordsSchema } from './spelling/own-words.ts';
import { spellingHandlers } from './spelling/spelling-handlers.ts';
import { createSpelling } from './spelling/spelling.ts';
import { readDescription } from './vault/vault-description.ts';
import { openWindow } from './window/open-window.ts';
import { handlePageFailures } from './window/window-trouble.ts';

const mac = process.platform === 'darwin';
const development = !app.isPackaged;
const here = import.meta.dirname;

// These hold only when they are said before Chromium has started.
// Root may not use Chromium's sandbox and says so itself, on the command line; the window asks for it in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
disableChromiumNetworking(app);
declareAppScheme();
blockNavigation(app);
// There is one session. Should a dependency or a later change make another, it is cut off before it is used.
app.on('session-created', (made) => {
  blockNetwork(made, development);
  denyPermissions(made);
});
app.setPath('sessionData', path.join(app.getPath('userData'), 'chromium'));

if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const folders = appFolders();
  const log = openEventLog(folders.logs);
  const kept = { folder: folders.userData, openFile: openElectronStore, now: () => new Date() };
  const settings = createSettingsStore({
    ...kept,
    name: 'settings',
    schema: settingsSchema,
    defaults: DEFAULT_SETTINGS,
  });
  const places = createSettingsStore({ ...kept, name: 'places', schema: appStateSchema, defaults: DEFAULT_APP_STATE });
  const ownWords = createSettingsStore({ ...kept, name: 'dictionary', schema: ownWordsSchema, defaults: NO_OWN_WORDS });
  const spelling = createSpelling({
    languages: () => (settings.value().spellCheck ? settings.value().spellLanguages : []),
    ownWords: () => ownWords.value().words,
    addOwnWord: (word) => void ownWords.change({ words: [...ownWords.value().words, word] }),
    workerUrl: new URL('spelling-worker.js', import.meta.url),
    folder: path.join(here, '../dictionaries'),
  });
  nativeTheme.themeSource = settings.value().theme;

  servePage(session.defaultSession, path.join(here, '../renderer'));

  const window = createMainWindow(() => {
    const opened = openWindow({
      preload: path.join(here, '../preload/index.cjs'),
      savedBounds: places.value().window,
      onBoundsChanged: (place) => void places.change({ window: place }),
      mayShowTitle: () => settings.value().titleInWindow && manager.closed() === null,
    });
    closing.guard(opened);
    handlePageFailures(opened, log, closing.quit);
    attachTextMenu(opened);
    vault.watchUse(opened);
    return opened;
  });
  const dialogs = createNativeDialogs(window.current);
  const manager = createLibraryManager(
    {
      cacheFolder: folders.caches,
      journalFolder: folders.journal,
      clock: Date.now,
      newId: ulid,
      announce: (event, payload) => {
        announce(event, payload);
        if (event === 'library:changed' && menuMayLock !== (manager.identity() !== null)) showMenu();
      },
      isElsewhere: (folder) => doorkeeper.isOpenElsewhere(folder),
      workerUrl: new URL('library-worker.js', import.meta.url),
      onError: (error) => void log.logError('library', error),
    },
    openLibrary,
  );
  const pageFlush = createPageFlush(announce, window.hasPage);
  const self = identityOfThisProcess();
  const doorkeeper = createLibraryLockManager({
    lockOf: async (folder) => createLibraryLock(folder, { lockFolder: folders.locks, self: await self, processStatus }),
    rescan: async () => manager.current()?.reconcile(),
    flush: pageFlush.flush,
    onError: (error) => void log.logError('library-lock', error),
  });
  const leaving = createLeaveGuard({
    flush: pageFlush.flush,
    askToLeave: dialogs.askToLeave,
    closeLibrary: async () => {
      await manager.close();
      await doorkeeper.release();
    },
  });
  const closing = createQuitGuard(leaving, mac);
  const vault = startVault({
    manager,
    leaving,
    flush: pageFlush.flush,
    renewPage: window.reloadPage,
    askWhere: dialogs.askWhereToSave,
    settings: settings.value,
    keyFolder: path.join(folders.userData, 'keychain'),
    onError: (error) => void log.logError('vault', error),
  });
  const doors = createLibrarySwitcher({
    manager,
    places,
    mayLeave: leaving.mayLeave,
    enter: doorkeeper.acquire,
    askForFolder: dialogs.askForFolder,
    makeExamples: () => makeExampleLibrary(folders.examples, path.join(here, '../examples')),
    showFolder: async (folder) => (await shell.openPath(folder)) === '',
    showFile: (file) => shell.showItemInFolder(file),
    onRecents: () => showMenu(),
  });
  const openFolder = manager.folder;
  let menuMayLock = false;
  const showMenu = (): void => {
    menuMayLock = manager.identity() !== null;
    showApplicationMenu({
      mac,
      development,
      recents: describeRecents(places.value().recentLibraries, openFolder()),
      mayLock: menuMayLock,
      run: window.run,
      openRecent: (handle) => {
        const folder = places.value().recentLibraries.find((recent) => handleOf(recent) === handle);
        if (folder !== undefined) void doors.switchLibrary({ folder });
      },
      reload: () => void leaving.mayLeave().then((may) => may && window.current()?.webContents.reload()),
    });
  };

  const requested = requestedLibrary();
  const first = firstLibrary({
    requested,
    requestedIsEmpty: requested !== null && isEmptyFolder(requested),
    appState: places.value(),
    appStateLost: places.quarantinedAs !== null,
    documents: folders.documents,
  });
  const firstRows = readDescription(first.folder).then(async (description) =>
    // Of an encrypted library nothing is shown before it is unlocked, not even what was kept while it was not.
    description === null ? loadFirstRows((await cachePathsOf(folders.caches, first.folder)).firstRows) : null,
  );
  const earlyList = createStartupList(firstRows, () => manager.current() !== null);
  const opened = doorkeeper
    .acquire(first.folder)
    .then(() => earlyList.shown)
    .then(() => doors.openFirst(first, requested !== null))
    .then(vault.unlockFromKeychain);
  opened.catch((error: unknown) => log.logError('first-library', error));

  const zone = (): string => zoneInUse(settings.value().zone);
  const library = afterReady(opened, libraryHandlers({ manager, clock: Date.now, zone }));
  const backups = startBackups({
    ...dialogs,
    workerUrl: new URL('backup-worker.js', import.meta.url),
    library: manager.current,
    places,
    zone,
    announce,
    onError: (error) => log.logError('backup', error),
  });
  const handlers: Handlers = {
    ...library,
    'coes:list': earlyList.wrapList(library['coes:list']),
    'today:read': earlyList.wrapToday(library['today:read']),
    ...afterReady(opened, vault.handlers),
    ...afterReady(opened, backups),
    ...doors.handlers,
    ...settingsHandlers(settings, announce, ({ theme }) => {
      nativeTheme.themeSource = theme;
    }),
    ...exportHandlers(dialogs.askWhereToSave),
    ...afterReady(
      opened,
      calendarHandlers({ askWhere: dialogs.askWhereToSave, library: manager.current, clock: Date.now }),
    ),
    ...appHandlers(
      () =>
        appInfo({
          libraryPlace: openFolder() ?? first.folder,
          settingsPlace: folders.userData,
          settingsSetAside: settings.quarantinedAs ?? places.quarantinedAs,
        }),
      window.current,
    ),
    ...spellingHandlers(spelling, async (suggestions) => {
      const asking = window.current();
      return asking === null ? null : showSpellingMenu(asking, suggestions);
    }),
    'link:open': openLink(dialogs.askToOpen, (address) => shell.openExternal(address)),
    'app:flushed': pageFlush.onFlushed,
  };
  const dispatch = createDispatcher(refuseWhileLocked(handlers, manager.closed), log.logError);
  listenToPage(dispatch);
  showMenu();
  window.show();
  startReminders({
    settings: settings.value,
    places,
    library: manager.current,
    zone,
    openToday: () => {
      window.show();
      window.run('go.today');
    },
  });
  app.on('activate', () => void window.show());
  app.on('browser-window-focus', () => void manager.current()?.reconcile());
  onSecondInstance((library) => {
    window.show();
    if (library === null || library === openFolder()) return;
    void dialogs.askToSwitch(library).then((may) => (may ? doors.switchLibrary({ folder: library }) : null));
  });
  log.logEvent('started', { version: app.getVersion(), development });
}
