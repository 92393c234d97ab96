import path from 'node:path';

import { app, BrowserWindow, nativeTheme, safeStorage, session as electronSession, shell } from 'electron';

import { ulid } from 'ulid';

import { fail, ok, type Result } from '#domain/result.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import type { AppError } from '#ipc/app-error.ts';

import { appFolders } from './app/app-folders.ts';
import { appHandlers } from './app/app-handlers.ts';
import { hardenApp } from './app/harden-app.ts';
import { connectWindow } from './app/connect-window.ts';
import { createMainWindow } from './app/main-window.ts';
import { createNativeDialogs } from './app/native-dialogs.ts';
import { openLink } from './app/open-link.ts';
import { writeClipboard } from './app/write-clipboard.ts';
import { createQuickCapture } from './app/quick-capture.ts';
import { isCaptureRequested, isFirstInstance, requestedLibrary } from './app/single-instance.ts';
import { handleSystemEvents } from './app/system-events.ts';
import { startBackups } from './backups/backup-service.ts';
import { createCaptureDraft } from './capture/capture-draft.ts';
import { coachNotesHandlers } from './coach-notes/coach-notes.ts';
import { attachmentHandlers } from './export/attachment-handlers.ts';
import { calendarHandlers } from './export/calendar-handlers.ts';
import { exportHandlers } from './export/export-handlers.ts';
import { printHandlers } from './export/print-handlers.ts';
import { createPrinter } from './export/print/printer.ts';
import { importHandlers } from './import/import-handlers.ts';
import { createDropHandler, createPickedImports } from './import/picked-imports.ts';
import { createMarkdownCopy } from './export/markdown-copy-service.ts';
import { saveExportHandlers } from './export/save-export-handlers.ts';
import { protectsSecrets } from './encryption/system-keychain.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import { announceToWindows as announce, listenToDrops, listenToPages } from './ipc/electron-transport.ts';
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
import { createOwnIdentity } from './sharing/own-identity.ts';
import { createSecretKeeper } from './sharing/secret-keeper.ts';
import { sharingHandlers } from './sharing/sharing-handlers.ts';
import { importReply } from './sharing/replies/import-reply.ts';
import { sentFrom } from './sharing/replies/sent-shares.ts';
import { eventsToSend } from './sharing/replies/thread-store.ts';
import { threadHandlers } from './sharing/replies/thread-handlers.ts';
import { startSpelling } from './spelling/start-spelling.ts';
import { teamHandlers } from './team/team-handlers.ts';
import { createPrintWindow } from './window/create-window.ts';

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
  const settings = openSettings(folders.userData);
  const appState = openAppState(folders.userData);
  const zone = (): string => zoneInUse(settings.value().zone);
  const applyTheme = (): void => {
    nativeTheme.themeSource = settings.value().theme;
  };
  applyTheme();
  const preload = fromHere('../preload/index.cjs');
  const window = createMainWindow(preload, appState);
  const dialogs = createNativeDialogs(() => capture.focused() ?? window.current());
  const draft = createCaptureDraft({
    library: () => session.current(),
    folder: () => session.folder(),
    settings: settings.value,
    newId: ulid,
    clock: Date.now,
    onError: (error) => log.logError('capture', error),
  });
  const markdownCopy = createMarkdownCopy({
    library: () => session.current(),
    folderOf: (folder) => appState.value().markdownCopyFolders[folder] ?? null,
    setFolder: (folder, chosen) => {
      const { [folder]: _before, ...others } = appState.value().markdownCopyFolders;
      return appState.change({ markdownCopyFolders: chosen === null ? others : { ...others, [folder]: chosen } });
    },
    askForFolder: dialogs.askForExportFolder,
  });
  const session = startSession({
    folders,
    settings,
    appState,
    zone,
    announce: markdownCopy.watching(announce),
    capturing: draft.coeId,
    whenCaptured: draft.isSafe,
    dialogs,
    page: window,
    logError: log.logError,
    showFolder: async (folder) => (await shell.openPath(folder)) === '',
    showFile: (file) => shell.showItemInFolder(file),
    exampleFiles: fromHere('../examples'),
    workerUrl: worker('library-worker.js'),
    encoder: {
      workerUrl: worker('encoder-worker.js'),
      folders: { model: fromHere('../encoder'), wasm: fromHere('../encoder') },
    },
    requestedLibrary: requestedLibrary(),
  });
  const capture = createQuickCapture({
    draft,
    session,
    preload,
    trayImage: fromHere('../tray/tray.png'),
    log,
    showMain: window.show,
    quit: () => connection.quit(),
    askToLose: dialogs.askToLoseCapture,
  });
  const connection = connectWindow({ window, session, settings, log, capture });
  handleSystemEvents({ window, session, capture, askToSwitch: dialogs.askToSwitch });
  const library = session.current;
  void session.opened.then(() => markdownCopy.refresh('all'));
  servePage(
    electronSession.defaultSession,
    fromHere('../renderer'),
    async (name) => (await library()?.attachments.readAttachment(name)) ?? null,
  );

  const backups = startBackups({
    ...dialogs,
    library,
    appState,
    zone,
    announce,
    workerUrl: worker('backup-worker.js'),
    logError: (error) => log.logError('backup', error),
  });
  const { askWhereToSave } = dialogs;
  const printer = createPrinter(fromHere('../fonts'), createPrintWindow);
  const picks = createPickedImports();
  const spelling = startSpelling({
    settings,
    userData: folders.userData,
    workerUrl: worker('spelling-worker.js'),
    dictionaries: fromHere('../dictionaries'),
    askForDictionary: dialogs.askForDictionary,
    window: () => BrowserWindow.getFocusedWindow() ?? window.current(),
  });
  const keeper = createSecretKeeper(safeStorage, process.platform);
  const identity = createOwnIdentity(folders.sharing, keeper, () => settings.value().authorName);
  const ownKey = async (): Promise<Result<string, AppError>> => {
    const own = await identity.readOrMake();
    return own.ok ? ok(own.value.person.key) : own;
  };
  const people = startPeople({
    folders,
    identity: identity.readOrMake,
    importReply: async (file, accepted) => {
      const opened = library();
      if (opened === null) return fail({ kind: 'library-loading' });
      const reported = (coeId: string): void => announce('sharing:threads-changed', { coeId });
      const replyDeps = { store: opened.shares, sent: sentFrom(opened), ownKey, announce: reported };
      return importReply({ ...replyDeps, open: async () => ok(file) }, new Uint8Array(), accepted);
    },
    askForSharedFile: dialogs.askForSharedFile,
    askWhere: askWhereToSave,
    printer,
    announce,
    today: () => calendarDateAt(Date.now(), zone()),
  });
  const handlers = {
    ...session.handlers,
    ...afterReady(session.opened, backups),
    ...afterReady(session.opened, calendarHandlers({ askWhere: askWhereToSave, library, clock: Date.now })),
    ...exportHandlers(askWhereToSave),
    ...afterReady(
      session.opened,
      importHandlers({
        askForImport: dialogs.askForImport,
        picks,
        library,
        announce,
        receiptFolder: folders.imports,
        workerUrl: worker('import-worker.js'),
        zone,
        newId: ulid,
        clock: Date.now,
      }),
    ),
    ...people.handlers,
    ...coachNotesHandlers(people.files),
    ...teamHandlers(),
    ...printHandlers(printer, zone, library),
    ...afterReady(session.opened, markdownCopy.handlers),
    ...afterReady(
      session.opened,
      saveExportHandlers({
        askWhere: askWhereToSave,
        askForFolder: dialogs.askForExportFolder,
        library,
        draw: { zone, locale: () => app.getSystemLocale(), toPdf: printer.toPdf },
        announce,
        showFile: (file) => shell.showItemInFolder(file),
        writeClipboard,
      }),
    ),
    ...afterReady(session.opened, threadHandlers({ library, sentFrom, ownKey, clock: Date.now, zone, announce })),
    ...attachmentHandlers(askWhereToSave, library),
    ...settingsHandlers(settings, announce, (changed) => {
      applyTheme();
      connection.refreshMenu();
      capture.applySettings(changed);
    }),
    ...capture.handlers,
    ...spelling.handlers,
    ...afterReady(
      session.opened,
      sharingHandlers({
        folder: folders.sharing,
        own: identity,
        isSealed: () => protectsSecrets(safeStorage, process.platform),
        library,
        askWhere: askWhereToSave,
        askForCard: dialogs.askForCard,
        unknownWords: spelling.lookUp,
        threadOf: async (coeId, { share }) => {
          const [open, writer] = [library(), await ownKey()];
          return open === null || !writer.ok ? [] : eventsToSend(open.shares, { share, coeId, writer: writer.value });
        },
        clock: Date.now,
        zone,
        locale: () => app.getSystemLocale(),
        toPdf: printer.toPdf,
      }),
    ),
    ...appHandlers({
      libraryFolder: session.folder,
      userData: folders.userData,
      settings,
      appState,
      window: window.current,
    }),
    'link:open': openLink(dialogs.askToOpen, (address) => shell.openExternal(address)),
  };
  listenToPages(createDispatcher(refuseWhileLocked(handlers, session.closed), log.logError));
  const importDropped = createDropHandler({ picks, askToImport: dialogs.askToImportDropped, library, announce });
  const { askToOpenDropped } = dialogs;
  listenToDrops(
    openDropped({ people, ask: askToOpenDropped, closed: session.closed, announce, others: importDropped }),
  );
  capture.applySettings(settings.value());
  if (isCaptureRequested()) capture.show();
  else window.show();

  const openToday = (): void => {
    window.show();
    window.run('go.today');
  };
  startReminders({ settings: settings.value, appState, library, zone, openToday });
  log.logEvent('started', { version: app.getVersion(), development });
}
