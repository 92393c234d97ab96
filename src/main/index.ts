import path from 'node:path';

import { app, BrowserWindow, session as electronSession } from 'electron';

import { ulid } from 'ulid';

import { calendarDateAt } from '#domain/time/calendar-date.ts';

import { appFolders } from './app/app-folders.ts';
import { appHandlers } from './app/app-handlers.ts';
import { connectWindow } from './app/connect-window.ts';
import { hardenApp } from './app/harden-app.ts';
import { createMainWindow } from './app/main-window.ts';
import { createNativeDialogs } from './app/native-dialogs.ts';
import { createQuickCapture } from './app/quick-capture.ts';
import { createQuitGuard } from './app/quit.ts';
import { isCaptureRequested, isFirstInstance, requestedLibrary } from './app/single-instance.ts';
import { handleSystemEvents } from './app/system-events.ts';
import { systemShell } from './app/system-shell.ts';
import { applyTheme } from './app/theme.ts';
import { startBackups } from './backups/backup-service.ts';
import { coachNotesHandlers } from './coach-notes/coach-notes.ts';
import { startExports } from './export/start-exports.ts';
import { startImport } from './import/start-import.ts';
import { createAnnouncements } from './ipc/announcements.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import { announceToWindows, listenToDrops, listenToPages } from './ipc/electron-transport.ts';
import { openEventLog } from './logging/event-log.ts';
import { openDropped } from './people/open-dropped.ts';
import { startPeople } from './people/start-people.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { servePage } from './security/serve-page.ts';
import { afterReady } from './session/after-ready.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import { startSession } from './session/start-session.ts';
import { openAppState, openSettings } from './settings/open-store.ts';
import { settingsHandlers } from './settings/settings-handlers.ts';
import { zoneInUse } from './settings/time-zone.ts';
import { startSharing } from './sharing/start-sharing.ts';
import { startSpelling } from './spelling/start-spelling.ts';
import { isTeamLibrary } from './team/is-team-library.ts';
import { listConnections } from './team/connection.ts';
import { publishingHandlers } from './team/publishing.ts';
import { startTeam } from './team/start-team.ts';
import { readDescription } from './vault/vault-description.ts';
import { createPrintWindow } from './window/create-window.ts';

const development = !app.isPackaged;
const fromHere = (relative: string): string => path.join(import.meta.dirname, relative);
const worker = (name: string): URL => new URL(`${name}-worker.js`, import.meta.url);

hardenApp(development);
if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();

/**
 * Creates every part of the app and connects them. Each part is created after those it needs, and `shared` has what
 * most of them need.
 */
function start(): void {
  const folders = appFolders();
  const log = openEventLog(folders.logs);
  const { logError } = log;
  const settings = openSettings(folders.userData);
  const appState = openAppState(folders.userData);
  const { announce, onAnnounced } = createAnnouncements(announceToWindows);
  applyTheme(settings, onAnnounced);
  const preload = fromHere('../preload/index.cjs');
  const window = createMainWindow(preload, appState);
  const windowInUse = (): BrowserWindow | null => BrowserWindow.getFocusedWindow() ?? window.current();
  const dialogs = createNativeDialogs(windowInUse);
  const zone = (): string => zoneInUse(settings.value().zone);
  const locale = (): string => app.getSystemLocale();
  const clock = Date.now;
  const base = {
    ...dialogs,
    ...systemShell,
    folders,
    settings,
    appState,
    announce,
    onAnnounced,
    log,
    zone,
    locale,
    clock,
    newId: ulid,
  };

  const encoderFiles = fromHere('../encoder');
  const session = startSession({
    ...base,
    dialogs,
    logError,
    page: window,
    exampleFiles: fromHere('../examples'),
    workerUrl: worker('library'),
    encoder: { workerUrl: worker('encoder'), folders: { model: encoderFiles, wasm: encoderFiles } },
    requestedLibrary: requestedLibrary(),
  });
  const { current: library, opened } = session;
  const shared = { ...base, session, library, opened };
  const quitGuard = createQuitGuard({ ...shared, leaveGuard: session.leaveGuard });
  const trayImage = fromHere('../tray/tray.png');
  const capture = createQuickCapture({ ...shared, preload, trayImage, quitGuard, showMain: window.show });
  connectWindow({ ...shared, window, capture, quitGuard });
  handleSystemEvents({ ...shared, window, capture });
  servePage(
    electronSession.defaultSession,
    fromHere('../renderer'),
    async (name) => (await library()?.attachments.readAttachment(name)) ?? null,
  );

  const exports = startExports({ ...shared, fonts: fromHere('../fonts'), createPrintWindow });
  const imports = startImport({ ...shared, receiptFolder: folders.imports, workerUrl: worker('import') });
  const backups = startBackups({
    ...shared,
    workerUrl: worker('backup'),
    logError: (error) => logError('backup', error),
  });
  const spelling = startSpelling({
    ...shared,
    userData: folders.userData,
    workerUrl: worker('spelling'),
    dictionaries: fromHere('../dictionaries'),
    window: windowInUse,
  });
  const sharing = startSharing({
    ...shared,
    onLibraryChanged: session.onChanged,
    usualName: () => settings.value().authorName,
    unknownWords: spelling.lookUp,
    toPdf: exports.printer.toPdf,
  });
  const people = startPeople({
    ...shared,
    identity: sharing.identity,
    own: sharing.own,
    adopt: sharing.adopt,
    importReply: sharing.importReply,
    askWhere: dialogs.askWhereToSave,
    printer: exports.printer,
    today: () => calendarDateAt(clock(), zone()),
  });
  const team = startTeam({
    ...shared,
    onLibraryChanged: session.onChanged,
    beforeClosing: session.beforeClosing,
    openLibrary: session.switchLibrary,
    onFocus: (listener) => void app.on('browser-window-focus', listener),
  });
  const handlers = {
    ...session.handlers,
    ...afterReady(opened, { ...backups, ...exports.handlers, ...imports.handlers, ...sharing.handlers }),
    ...people.handlers,
    ...coachNotesHandlers(people.files),
    ...team,
    ...publishingHandlers({
      ...shared,
      folder: folders.team,
      teams: () => listConnections(folders.team),
      isEncrypted: async (folder) => (await readDescription(folder)) !== null,
      newId: ulid,
    }),
    ...capture.handlers,
    ...spelling.handlers,
    ...settingsHandlers(settings, announce),
    ...appHandlers({ ...shared, libraryFolder: session.folder, window: window.current }),
  };
  listenToPages(createDispatcher(refuseWhileLocked(handlers, session.closed), logError));
  const ask = dialogs.askToOpenDropped;
  listenToDrops(openDropped({ people, ask, closed: session.closed, announce, others: imports.onDrop }));

  capture.start();
  if (isCaptureRequested()) capture.show();
  else window.show();
  const openToday = (): void => {
    window.show();
    window.run('go.today');
  };
  startReminders({ ...shared, settings: settings.value, isTeam: isTeamLibrary, openToday });
  log.logEvent('started', { version: app.getVersion(), development });
}
