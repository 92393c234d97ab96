import path from 'node:path';

import { app, session as electronSession } from 'electron';

import { createAppBase } from './app/app-base.ts';
import { appHandlers } from './app/app-handlers.ts';
import { connectWindow } from './app/connect-window.ts';
import { hardenApp } from './app/harden-app.ts';
import { createQuickCapture } from './app/quick-capture.ts';
import { createQuitGuard } from './app/quit.ts';
import { isCaptureRequested, isFirstInstance, requestedLibrary } from './app/single-instance.ts';
import { handleSystemEvents } from './app/system-events.ts';
import { applyTheme } from './app/theme.ts';
import { createDispatcher } from './ipc/dispatcher.ts';
import { listenToDrops, listenToPages } from './ipc/electron-transport.ts';
import { openDropped } from './people/open-dropped.ts';
import { startReminders } from './reminders/start-reminders.ts';
import { servePage } from './security/serve-page.ts';
import { refuseWhileLocked } from './session/locked-channels.ts';
import { startSession } from './session/start-session.ts';
import { startFeatures } from './start-features.ts';
import { isTeamLibrary } from './team/is-team-library.ts';

const development = !app.isPackaged;
const fromHere = (relative: string): string => path.join(import.meta.dirname, relative);
const shipped = (folder: string): string => fromHere(`../${folder}`);
const worker = (name: string): URL => new URL(`${name}-worker.js`, import.meta.url);

hardenApp(development);
if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();

/**
 * Creates every part of the app and connects them. Each part is created after those it needs, and `shared` has what
 * most of them need.
 */
function start(): void {
  const preload = fromHere('../preload/index.cjs');
  const { window, windowInUse, dialogs, base } = createAppBase(preload);
  const { settings, log, announce } = base;
  applyTheme(settings, base.onAnnounced);

  const encoderFiles = shipped('encoder');
  const session = startSession({
    ...base,
    dialogs,
    page: window,
    exampleFiles: shipped('examples'),
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
    shipped('renderer'),
    async (name) => (await library()?.attachments.readAttachment(name)) ?? null,
  );

  const { people, imports, handlers } = startFeatures({ ...shared, windowInUse, shipped, worker });
  const all = {
    ...session.handlers,
    ...handlers,
    ...capture.handlers,
    ...appHandlers({ ...shared, libraryFolder: session.folder, window: window.current }),
  };
  listenToPages(createDispatcher(refuseWhileLocked(all, session.closed), log.logError));
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
