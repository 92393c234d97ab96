import path from 'node:path';

import { app, session as electronSession } from 'electron';

import { createAppBase } from './app/app-base.ts';
import { appHandlers } from './app/app-handlers.ts';
import { diagnosticsHandlers } from './app/diagnostics-handlers.ts';
import { EXIT, readCommandLine, type StartOptions } from './app/command-line.ts';
import { connectWindow } from './app/connect-window.ts';
import { endWith, ownArguments, showObstacle } from './app/end-at-once.ts';
import { hardenApp } from './app/harden-app.ts';
import { createFileOpener } from './app/open-files.ts';
import { createQuickCapture } from './app/quick-capture.ts';
import { createQuitGuard } from './app/quit.ts';
import { drawWithoutGraphicsCard } from './app/safe-mode.ts';
import { isFirstInstance, requestedLibrary } from './app/single-instance.ts';
import { handleSystemEvents } from './app/system-events.ts';
import { applyTheme } from './app/theme.ts';
import { hasStuckCall } from './disk/time-limit.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import { listenToDrops, listenToPages } from './ipc/electron-transport.ts';
import { openDropped } from './people/open-dropped.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { servePage } from './security/serve-page.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import { startObstacle } from './session/start-obstacle.ts';
import { startSession } from './session/start-session.ts';
import { startFeatures } from './start-features.ts';
import { isTeamLibrary } from './team/is-team-library.ts';

const development = !app.isPackaged;
const fromHere = (relative: string): string => path.join(import.meta.dirname, relative);
const shipped = (folder: string): string => fromHere(`../${folder}`);
const ALREADY_RUNNING = 'Once is running already. Quit it first, and then start it in safe mode.\n';
const worker = (name: string): URL => new URL(`${name}-worker.js`, import.meta.url);

const commandLine = readCommandLine(ownArguments(), app.getVersion());
if (commandLine.is === 'print') endWith(commandLine.text, commandLine.exitCode);
else {
  const { options } = commandLine;
  const obstacle = startObstacle({
    platform: process.platform,
    env: process.env,
    hasOwnScreen: app.commandLine.hasSwitch('ozone-platform'),
    userData: () => app.getPath('userData'),
    usualUserData: path.join(app.getPath('appData'), 'Once'),
  });
  if (options.safeMode) drawWithoutGraphicsCard();
  if (obstacle === null) hardenApp(development);
  if (obstacle !== null) showObstacle(obstacle);
  else if (isFirstInstance(options)) void app.whenReady().then(() => start(options));
  else if (options.safeMode) endWith(ALREADY_RUNNING, EXIT.couldNotStart);
  else app.quit();
}
app.on('quit', () => {
  // Everything is saved by now. A process waits for its threads before it ends, and one that reads a share whose server
  // is gone may wait for ever.
  if (hasStuckCall()) process.kill(process.pid, 'SIGKILL');
});

/**
 * Creates every part of the app and connects them. Each part is created after those it needs, and `shared` has what
 * most of them need.
 */
function start(options: StartOptions): void {
  const preload = fromHere('../preload/index.cjs');
  const { window, windowInUse, dialogs, base } = createAppBase(preload, options);
  const { settings, log, announce } = base;
  applyTheme(settings, base.onAnnounced);

  const encoderFiles = shipped('encoder');
  const session = startSession({
    ...base,
    dialogs,
    page: window,
    exampleFiles: shipped('examples'),
    workerUrl: worker('library'),
    saveWorkerUrl: worker('save'),
    encoder: { workerUrl: worker('encoder'), folders: { model: encoderFiles, wasm: encoderFiles } },
    requestedLibrary: requestedLibrary(),
  });
  const { current: library, opened } = session;
  const shared = { ...base, session, library, opened };
  const quitGuard = createQuitGuard({ ...shared, leaveGuard: session.leaveGuard });
  const trayImage = fromHere('../tray/tray.png');
  const capture = createQuickCapture({ ...shared, preload, trayImage, quitGuard, showMain: window.show });
  connectWindow({ ...shared, window, capture, quitGuard });

  const { people, imports, readCopied, handlers } = startFeatures({ ...shared, windowInUse, shipped, worker });
  servePage(electronSession.defaultSession, shipped('renderer'), async ({ name, copy }) =>
    copy === null ? ((await library()?.attachments.readAttachment(name)) ?? null) : readCopied({ name, copy }),
  );
  const all = {
    ...session.handlers,
    ...handlers,
    ...capture.handlers,
    ...diagnosticsHandlers({ ...shared, state: session.handlers['library:state'], safeMode: options.safeMode }),
    ...appHandlers({ ...shared, libraryFolder: session.folder, window: window.current }),
  };
  listenToPages(createDispatcher(refuseWhileLocked(all, session.closed), log.logError));
  const ask = dialogs.askToOpenDropped;
  const onDrop = openDropped({ people, ask, closed: session.closed, announce, others: imports.onDrop });
  listenToDrops(onDrop);
  const openFiles = createFileOpener({
    ...shared,
    folder: session.folder,
    switchLibrary: session.switchLibrary,
    showCoe: (id) => window.whenLoaded(() => announce('coe:show', { id })),
    others: onDrop,
  });
  handleSystemEvents({ ...shared, window, capture, openFiles });

  capture.start();
  if (options.capture) capture.show();
  else window.show();
  const files = options.files.map((file) => path.resolve(file));
  const openNamed = (): void => void openFiles(files).catch((error: unknown) => void log.logError('open-files', error));
  if (files.length > 0) void opened.then(() => window.whenLoaded(openNamed));
  const openToday = (): void => {
    window.show();
    window.run('go.today');
  };
  startReminders({ ...shared, settings: settings.value, isTeam: isTeamLibrary, openToday });
  log.logEvent('started', { version: app.getVersion(), development, safeMode: options.safeMode });
}
