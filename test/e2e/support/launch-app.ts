import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { on } from 'node:events';

import { _electron, type ElectronApplication } from '@playwright/test';

import { connectToDevTools, type DevToolsConnection } from '#test/support/devtools-connection.ts';

import { evaluateThrough } from './evaluate-in-main.ts';

/** A program and its arguments, one of which is a `--user-data-dir` that no other running app uses. */
export type LaunchCommand = {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
};

/** What may differ from a usual start. */
export type LaunchOptions = {
  readonly bypassCSP?: boolean;
  /** Runs while the app has its lock but opens nothing yet. */
  readonly beforeReady?: (app: ElectronApplication) => Promise<void>;
};

/** How long each step of a start may take. It is ample on a loaded computer, and shorter than a test may take. */
export const START_LIMIT_MS = 60_000;

/**
 * Starts the app with Playwright attached before the app opens a window.
 *
 * Playwright alone attaches while the app runs. If it meets a window between the start and the commit of its first
 * navigation, it reads the frame tree of the empty document and then waits for a `Page.frameNavigated` that was sent
 * before it listened: the app is up, and `launch` never returns. So `app.whenReady()` waits here until Playwright has
 * asked Chromium to attach it to every new window; Chromium then holds each window's first navigation until Playwright
 * is done.
 *
 * Playwright's own loader (`-r`) does this too, but a packaged app cannot load it, and it sets 30 Chromium switches, so
 * that the app would not run as it does for a person.
 */
export async function launchApp(
  command: LaunchCommand,
  { bypassCSP = false, beforeReady = async () => undefined }: LaunchOptions = {},
): Promise<ElectronApplication> {
  const created = nextChildProcess(command);
  try {
    const launched = _electron.launch({
      executablePath: command.program,
      // Playwright puts `--inspect=0` first; the later option wins.
      args: ['--inspect-brk=0', ...command.args],
      env: { ...command.env },
      // By default Playwright turns the sandbox off and chooses a theme.
      chromiumSandbox: true,
      colorScheme: null,
      bypassCSP,
      timeout: START_LIMIT_MS,
    });
    const delayed = created.process.then(delayReady);
    // Playwright cannot attach before the delay is in place. If either fails, the first error is the cause.
    const app = await Promise.race([launched, delayed.then(() => launched)]);
    try {
      const main = await delayed;
      Object.assign(app, { evaluate: await evaluateThrough(main) });
      closeBeforeExit(app.process(), main);
      await beforeReady(app);
      await app.evaluate(() => (globalThis as unknown as Delayed).releaseReady());
    } catch (error) {
      app.process().kill('SIGKILL');
      throw error;
    }
    return app;
  } finally {
    created.stopListening();
  }
}

/** What `DELAY_READY` adds to the globals of the main process; it removes itself when it is called. */
type Delayed = { releaseReady: () => void };

/** Runs in the main process before the app's first line. */
const DELAY_READY = `{
  const { app } = require('electron');
  const { whenReady } = app;
  const released = new Promise((resolve) => {
    globalThis.releaseReady = () => {
      delete globalThis.releaseReady;
      app.whenReady = whenReady;
      resolve();
    };
  });
  app.whenReady = () => released.then(() => whenReady.call(app));
  // A worker inherits --inspect-brk from the main process, and would wait for a debugger of its own.
  const threads = require('worker_threads');
  threads.Worker = class extends threads.Worker {
    constructor(file, options) {
      super(file, { execArgv: [], ...options });
    }
  };
  require('module').syncBuiltinESMExports();
}`;

/**
 * The process that Playwright is about to create for a command. Playwright hands it out only after it has attached, so
 * it is taken from the channel on which Node announces every child process.
 */
function nextChildProcess({ args }: LaunchCommand): { process: Promise<ChildProcess>; stopListening: () => void } {
  const userData = args.find((arg) => arg.startsWith('--user-data-dir='));
  if (userData === undefined) throw new Error('The app has to be started with a --user-data-dir');
  let stopListening = (): void => undefined;
  const created = new Promise<ChildProcess>((resolve) => {
    const onCreated = (message: unknown): void => {
      const { process: child } = message as { process: ChildProcess };
      // The arguments are known only now. On Windows they are one command line for the shell.
      child.once('spawn', () => {
        if (child.spawnargs.some((arg) => arg.includes(userData))) resolve(child);
      });
    };
    subscribe('child_process', onCreated);
    stopListening = () => unsubscribe('child_process', onCreated);
  });
  return { process: created, stopListening };
}

/**
 * Runs `DELAY_READY` where `--inspect-brk` stops the app, lets the app continue, and resolves to the connection. Kills
 * the app when that fails.
 */
async function delayReady(app: ChildProcess): Promise<DevToolsConnection> {
  try {
    const inspector = await connectToDevTools(await inspectorAddress(app));
    const paused = inspector.nextEvent('Debugger.paused');
    await inspector.send('Debugger.enable');
    await inspector.send('Runtime.runIfWaitingForDebugger');
    await paused;
    const { exceptionDetails } = (await inspector.send('Runtime.evaluate', {
      expression: DELAY_READY,
      includeCommandLineAPI: true, // has `require`
    })) as { exceptionDetails?: { exception?: { description?: string } } };
    if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description);
    await inspector.send('Debugger.disable'); // resumes
    return inspector;
  } catch (error) {
    app.kill('SIGKILL');
    throw error;
  }
}

/** At its end, main waits until no debugger is connected. Playwright closes its own connection at that. */
function closeBeforeExit({ stderr }: ChildProcess, main: DevToolsConnection): void {
  let printed = '';
  stderr?.on('data', (chunk) => {
    // The sentence may come in two pieces.
    printed = printed.slice(-100) + String(chunk);
    if (printed.includes('Waiting for the debugger to disconnect')) main.close();
  });
}

/** The address of the main process's inspector, which the app prints. Rejects when the app ends first. */
async function inspectorAddress({ stderr }: ChildProcess): Promise<string> {
  let printed = '';
  for await (const [chunk] of stderr === null ? [] : on(stderr, 'data', { close: ['close'] })) {
    printed += String(chunk);
    const address = /^Debugger listening on (ws:\S+)\n/m.exec(printed)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`The app ended before its inspector could be reached: ${printed}`);
}
