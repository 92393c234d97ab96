import path from 'node:path';

import { app, nativeTheme, session, shell } from 'electron';
import { ulid } from 'ulid';

import { DEFAULT_SETTINGS, settingsSchema } from '#ipc/settings.ts';

import { appFolders } from './app/app-folders.ts';
import { appHandlers } from './app/app-handlers.ts';
import { appInfo } from './app/app-info.ts';
import { createClosing } from './app/quit.ts';
import { zoneOf } from './settings/time-zone.ts';
import { createEarlyList } from './session/startup-list.ts';
import { makeExampleLibrary } from './session/example-library.ts';
import { firstLibrary } from './session/first-library.ts';
import { createPageFlush } from './session/flush-page.ts';
import { isFirstInstance, namedLibrary, onLaterInstance } from './app/single-instance.ts';
import { isEmptyFolder } from './session/is-empty-folder.ts';
import { createLeaving } from './session/leave-guard.ts';
import { createLibraryDoorkeeper } from './session/library-lock-manager.ts';
import { createLibraryDoors } from './session/library-switcher.ts';
import { createLibraryLock } from './session/library-lock.ts';
import { createMainWindow } from './app/main-window.ts';
import { createNativeDialogs } from './app/native-dialogs.ts';
import { openLink } from './app/open-link.ts';
import { markOfThisProcess, standingOf } from './session/process-identity.ts';
import { describeRecents, handleOf } from './session/recent-libraries.ts';
import { startVault } from './session/start-vault.ts';
import { waitFor } from './app/wait-for.ts';
import { whileLocked } from './session/locked-channels.ts';
import { calendarHandlers } from './export/calendar-handlers.ts';
import { exportHandlers } from './export/export-handlers.ts';
import { startBackups } from './backups/backup-service.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import type { Handlers } from './ipc/handlers.ts';
import { announceToWindows as announce, listenToPage } from './ipc/electron-transport.ts';
import { cachePathsOf } from './coe-files/cache-paths.ts';
import { loadFirstRows } from './library/first-rows.ts';
import { libraryHandlers } from './session/library-handlers.ts';
import { createLibraryManager } from './session/library-manager.ts';
import { openLibrary } from './library/library.ts';
import { openEventLog } from './logging/event-log.ts';
import { askAboutWord, showApplicationMenu, showTextMenus } from './menu/show-menus.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { cutOffNetwork, silenceChromium } from './security/block-network.ts';
import { refusePermissions } from './security/deny-permissions.ts';
import { declareAppScheme, servePage } from './security/serve-page.ts';
import { keepPagesInPlace } from './security/block-navigation.ts';
import { openElectronStore } from './settings/electron-store-file.ts';
import { keepObject } from './settings/settings-store.ts';
import { DEFAULT_PLACES, placesSchema } from './settings/app-state.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { NO_OWN_WORDS, ownWordsSchema } from './spelling/own-words.ts';
import { spellingHandlers } from './spelling/spelling-handlers.ts';
import { createSpelling } from './spelling/spelling.ts';
import { readDescription } from './vault/vault-description.ts';
import { openWindow } from './window/open-window.ts';
import { watchForTrouble } from './window/window-trouble.ts';

const mac = process.platform === 'darwin';
const development = !app.isPackaged;
const here = import.meta.dirname;

// These hold only when they are said before Chromium has started.
// Root may not use Chromium's sandbox and says so itself, on the command line; the window asks for it in any case.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium(app);
declareAppScheme();
keepPagesInPlace(app);
// There is one session. Should a dependency or a later change make another, it is cut off before it is used.
app.on('session-created', (made) => {
  cutOffNetwork(made, development);
  refusePermissions(made);
});
app.setPath('sessionData', path.join(app.getPath('userData'), 'chromium'));

if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();

function start(): void {
  const folders = appFolders();
  const log = openEventLog(folders.logs);
  const kept = { folder: folders.userData, openFile: openElectronStore, now: () => new Date() };
  const settings = keepObject({ ...kept, name: 'settings', schema: settingsSchema, defaults: DEFAULT_SETTINGS });
  const places = keepObject({ ...kept, name: 'places', schema: placesSchema, defaults: DEFAULT_PLACES });
  const ownWords = keepObject({ ...kept, name: 'dictionary', schema: ownWordsSchema, defaults: NO_OWN_WORDS });
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
      place: places.value().window,
      onPlace: (place) => void places.change({ window: place }),
      mayTitle: () => settings.value().titleInWindow && manager.closed() === null,
    });
    closing.guard(opened);
    watchForTrouble(opened, log, closing.quit);
    showTextMenus(opened);
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
      isElsewhere: (folder) => doorkeeper.isElsewhere(folder),
      workerUrl: new URL('library-worker.js', import.meta.url),
      onError: (error) => void log.logError('library', error),
    },
    openLibrary,
  );
  const pageFlush = createPageFlush(announce, window.hasPage);
  const self = markOfThisProcess();
  const doorkeeper = createLibraryDoorkeeper({
    lockOf: async (folder) => createLibraryLock(folder, { lockFolder: folders.locks, self: await self, standingOf }),
    lookAround: async () => manager.current()?.reconcile(),
    flush: pageFlush.flush,
    onError: (error) => void log.logError('library-lock', error),
  });
  const leaving = createLeaving({
    flush: pageFlush.flush,
    askToLeave: dialogs.askToLeave,
    closeLibrary: async () => {
      await manager.close();
      await doorkeeper.leave();
    },
  });
  const closing = createClosing(leaving, mac);
  const vault = startVault({
    manager,
    leaving,
    flush: pageFlush.flush,
    renewPage: window.renewPage,
    askWhere: dialogs.askWhere,
    settings: settings.value,
    keyFolder: path.join(folders.userData, 'keychain'),
    onError: (error) => void log.logError('vault', error),
  });
  const doors = createLibraryDoors({
    manager,
    places,
    mayLeave: leaving.mayLeave,
    enter: doorkeeper.enter,
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
        if (folder !== undefined) void doors.go({ folder });
      },
      reload: () => void leaving.mayLeave().then((may) => may && window.current()?.webContents.reload()),
    });
  };

  const named = namedLibrary();
  const first = firstLibrary({
    named,
    namedIsEmpty: named !== null && isEmptyFolder(named),
    places: places.value(),
    placesLost: places.setAside !== null,
    documents: folders.documents,
  });
  const firstRows = readDescription(first.folder).then(async (description) =>
    // Of an encrypted library nothing is shown before it is unlocked, not even what was kept while it was not.
    description === null ? loadFirstRows((await cachePathsOf(folders.caches, first.folder)).firstRows) : null,
  );
  const earlyList = createEarlyList(firstRows, () => manager.current() !== null);
  const opened = doorkeeper
    .enter(first.folder)
    .then(() => earlyList.shown)
    .then(() => doors.enterFirst(first, named !== null))
    .then(vault.unlockFromKeychain);
  opened.catch((error: unknown) => log.logError('first-library', error));

  const zone = (): string => zoneOf(settings.value().zone);
  const library = waitFor(opened, libraryHandlers({ manager, clock: Date.now, zone }));
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
    'coes:list': earlyList.before(library['coes:list']),
    'today:read': earlyList.beforeToday(library['today:read']),
    ...waitFor(opened, vault.handlers),
    ...waitFor(opened, backups),
    ...doors.handlers,
    ...settingsHandlers(settings, announce, ({ theme }) => {
      nativeTheme.themeSource = theme;
    }),
    ...exportHandlers(dialogs.askWhere),
    ...waitFor(opened, calendarHandlers({ askWhere: dialogs.askWhere, library: manager.current, clock: Date.now })),
    ...appHandlers(
      () =>
        appInfo({
          libraryPlace: openFolder() ?? first.folder,
          settingsPlace: folders.userData,
          settingsSetAside: settings.setAside ?? places.setAside,
        }),
      window.current,
    ),
    ...spellingHandlers(spelling, async (suggestions) => {
      const asking = window.current();
      return asking === null ? null : askAboutWord(asking, suggestions);
    }),
    'link:open': openLink(dialogs.askToOpen, (address) => shell.openExternal(address)),
    'app:flushed': pageFlush.onFlushed,
  };
  const dispatch = createDispatcher(whileLocked(handlers, manager.closed), log.logError);
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
  onLaterInstance((library) => {
    window.show();
    if (library === null || library === openFolder()) return;
    void dialogs.askToSwitch(library).then((may) => (may ? doors.go({ folder: library }) : null));
  });
  log.logEvent('started', { version: app.getVersion(), development });
}
