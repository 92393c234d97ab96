import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { app } from 'electron';

import type { AppBase } from './app/app-base.ts';
import { appHandlers } from './app/app-handlers.ts';
import type { StartOptions } from './app/command-line.ts';
import { connectWindow } from './app/connect-window.ts';
import { diagnosticsHandlers } from './app/diagnostics-handlers.ts';
import { createFileOpener } from './app/open-files.ts';
import { createQuickCapture } from './app/quick-capture.ts';
import { createQuitGuard } from './app/quit.ts';
import { handleSystemEvents } from './app/system-events.ts';
import { createDispatcher, type Dispatch } from './ipc/dispatcher.ts';
import { openDropped } from './people/open-dropped.ts';
import { startReminders } from './reminders/start-reminders.ts';
import type { ReadAttachment } from './security/serve-attachment.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import type { PreparedStart } from './session/prepare-start.ts';
import { startSession } from './session/start-session.ts';
import type { StartupList } from './session/startup-list.ts';
import { startFeatures } from './start-features.ts';
import { isConnected } from './team/connection.ts';
import { isTeamLibrary } from './team/is-team-library.ts';

/** What is there before the rest of the app. */
export type StartedWindow = AppBase & {
  readonly first: PreparedStart;
  readonly startupList: StartupList;
  readonly preload: string;
  readonly options: StartOptions;
  readonly development: boolean;
  /** Resolves a path from the folder of the built main process. */
  readonly fromHere: (relative: string) => string;
};

/** What the page waits for. */
export type StartedApp = {
  readonly dispatch: Dispatch;
  readonly readAttachment: ReadAttachment;
  readonly onDrop: (paths: readonly string[]) => Promise<void>;
};

/**
 * Creates every part of the app but the window, and connects them. Each part is created after those it needs, and
 * `shared` has what most of them need.
 */
export function startApp({ preload, options, development, fromHere, ...started }: StartedWindow): StartedApp {
  const { window, windowInUse, dialogs, base, first, startupList } = started;
  const { settings, log, announce } = base;
  const shipped = (folder: string): string => fromHere(`../${folder}`);
  const worker = (name: string): URL => pathToFileURL(fromHere(`${name}-worker.js`));

  const encoderFiles = shipped('encoder');
  const session = startSession({
    ...base,
    dialogs,
    page: window,
    exampleFiles: shipped('examples'),
    workerUrl: worker('library'),
    saveWorkerUrl: worker('save'),
    encoder: { workerUrl: worker('encoder'), folders: { model: encoderFiles, wasm: encoderFiles } },
    isConnected: (folder) => isConnected(base.folders.team, folder),
    first,
    startupList,
  });
  const { current: library, opened } = session;
  const shared = { ...base, session, library, opened };
  const quitGuard = createQuitGuard({ ...shared, leaveGuard: session.leaveGuard });
  const trayImage = fromHere('../tray/tray.png');
  const capture = createQuickCapture({ ...shared, preload, trayImage, quitGuard, showMain: window.show });
  connectWindow({ ...shared, window, capture, quitGuard });

  const { people, imports, readCopied, handlers } = startFeatures({ ...shared, windowInUse, shipped, worker });
  const all = {
    ...session.handlers,
    ...handlers,
    ...capture.handlers,
    ...diagnosticsHandlers({ ...shared, state: session.handlers['library:state'], safeMode: options.safeMode }),
    ...appHandlers({ ...shared, libraryFolder: session.folder, window: window.current }),
  };
  const ask = dialogs.askToOpenDropped;
  const whenReady = async (): Promise<void> => {
    await opened.catch(() => undefined);
    await new Promise<void>(window.whenLoaded);
  };
  const onDrop = openDropped({ whenReady, people, ask, closed: session.closed, announce, others: imports.onDrop });
  const openFiles = createFileOpener({
    ...shared,
    whenReady,
    folder: session.folder,
    switchLibrary: session.switchLibrary,
    showCoe: (id) => window.whenLoaded(() => announce('coe:show', { id })),
    others: onDrop,
  });
  handleSystemEvents({ ...shared, window, capture, openFiles });

  capture.start();
  if (options.capture) capture.show();
  const files = options.files.map((file) => path.resolve(file));
  void openFiles(files).catch((error: unknown) => void log.logError('open-files', error));
  const openToday = (): void => {
    window.show();
    window.run('go.today');
  };
  startReminders({ ...shared, settings: settings.value, isTeam: isTeamLibrary, openToday });
  log.logEvent('started', { version: app.getVersion(), development, safeMode: options.safeMode });
  return {
    dispatch: createDispatcher(refuseWhileLocked(all, session.closed), log.logError),
    onDrop,
    readAttachment: async ({ name, copy }) =>
      copy === null ? ((await library()?.attachments.readAttachment(name)) ?? null) : readCopied({ name, copy }),
  };
}
