import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { app, Menu, session as electronSession } from 'electron';

import { createAppBase } from './app/app-base.ts';
import { EXIT, readCommandLine, type StartOptions } from './app/command-line.ts';
import { endWith, ownArguments, showObstacle } from './app/end-at-once.ts';
import { hardenApp } from './app/harden-app.ts';
import { quitWithLastWindow } from './app/last-window.ts';
import { drawWithoutGraphicsCard } from './app/safe-mode.ts';
import { isFirstInstance, requestedLibrary } from './app/single-instance.ts';
import { applyTheme } from './app/theme.ts';
import { hasStuckCall } from './disk/time-limit.ts';
import { listenToDrops, listenToPages } from './ipc/electron-transport.ts';
import { servePage } from './security/serve-page.ts';
import { prepareStart } from './session/prepare-start.ts';
import { startObstacle } from './session/start-obstacle.ts';
import { createStartupList } from './session/startup-list.ts';
import { findX11Server } from './session/x11-server.ts';
import { loadElectronStore, removeUnfinishedFiles } from './settings/open-store.ts';
import { handlePageFailures } from './window/page-failures.ts';

const development = !app.isPackaged;
const fromHere = (relative: string): string => path.join(import.meta.dirname, relative);
/** How long the rest of the app waits, in milliseconds, for a page that shows nothing. */
const MAX_WAIT_MS = 3000;
const ALREADY_RUNNING = 'Once is running already. Quit it first, and then start it in safe mode.\n';

const commandLine = readCommandLine(ownArguments(), app.getVersion());
if (commandLine.is === 'print') endWith(commandLine.text, commandLine.exitCode);
else {
  const { options } = commandLine;
  const surroundings = {
    platform: process.platform,
    env: process.env,
    findX11: findX11Server,
    hasOwnScreen: app.commandLine.hasSwitch('ozone-platform'),
    mayDoWithoutSandbox: development || options.allowNoSandbox || process.getuid?.() === 0,
    isSandboxOff: app.commandLine.hasSwitch('no-sandbox'),
    userData: () => app.getPath('userData'),
    usualUserData: path.join(app.getPath('appData'), 'Once'),
  };
  const obstacle = startObstacle(surroundings, (text) => void process.stderr.write(text));
  if (options.safeMode) drawWithoutGraphicsCard();
  if (obstacle === null) hardenApp(development);
  Menu.setApplicationMenu(null); // before the app is ready, or Electron makes one of its own, which takes time
  if (obstacle !== null) showObstacle(obstacle);
  else if (isFirstInstance(options)) void app.whenReady().then(() => start(options));
  else if (options.safeMode) endWith(ALREADY_RUNNING, EXIT.couldNotStart);
  else app.quit();
}
let finishSettings = (): void => undefined;
app.on('quit', () => {
  finishSettings();
  // Everything is saved by now. A process waits for its threads before it ends, and one that reads a share whose server
  // is gone may wait for ever.
  if (hasStuckCall()) process.kill(process.pid, 'SIGKILL');
});

/**
 * Opens the window, and loads the rest of the app once its page shows what the last start kept, or asks for a list or a
 * day that was not kept. The page's other requests wait for that.
 */
function start(options: StartOptions): void {
  const preload = fromHere('../preload/index.cjs');
  const early = createAppBase(preload, options);
  const { window, base } = early;
  finishSettings = early.finishSettings;
  const lastWindow = quitWithLastWindow(base.settings, () => window.current() !== null);
  applyTheme(base.settings, base.onAnnounced);
  servePage(electronSession.defaultSession, fromHere('../renderer'), async (attachment) =>
    (await rest).readAttachment(attachment),
  );
  const first = prepareStart({ ...base, requested: requestedLibrary() });
  const startupList = createStartupList({ rows: first.rows, settings: base.settings.value });
  listenToPages(async (...request) => (await startupList.answer(...request)) ?? (await rest).dispatch(...request));
  listenToDrops(async (paths) => (await rest).onDrop(paths));
  window.onOpened((opened) => handlePageFailures(opened, base.log, () => app.quit()));
  if (!options.capture) window.show();
  const mayLoad = options.capture ? Promise.resolve() : Promise.race([startupList.shown, pause(MAX_WAIT_MS)]);
  const rest = mayLoad
    .then(() => import('./start-app.ts'))
    .then(({ startApp }) => startApp({ ...early, first, startupList, preload, options, development, fromHere }));
  rest.then(
    () =>
      loadElectronStore()
        .then(removeUnfinishedFiles)
        .catch((error: unknown) => void base.logError('start', error)),
    (error: unknown) => {
      void base.logError('start', error);
      // Without the tray icon that was to come, nothing but the window leads to the app.
      lastWindow.alwaysQuit();
    },
  );
}
