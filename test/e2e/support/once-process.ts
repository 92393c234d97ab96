import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';

import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { electronExecutable, electronLaunchArgs } from '../../../scripts/electron/launch-options.mjs';
import { createTracedProgram } from '../../../scripts/offline/traced-program.mjs';
import { startInBrowser } from '#test/engines/browser/browser-app.ts';

import { ask } from './ask.ts';
import { launchApp, type LaunchOptions, START_LIMIT_MS } from './launch-app.ts';
import { needsCommands } from './only-if.ts';

/** How to start the app. Everything is a folder of the test's own. */
export type Start = {
  /** Opened by ONCE_LIBRARY; null leaves it to the app which one to open. */
  readonly library: string | null;
  readonly userData: string;
  /** Stands in for the person's home, and for where the system keeps settings. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** Takes the content security policy away, to see what stands without it. */
  readonly withoutPolicy?: boolean;
  /** Whether to wait for the rest of main as well, which is loaded after the first screen; true if left out. */
  readonly waitsForMain?: boolean;
  /** Runs while the app has its lock but opens nothing yet; not where a browser takes the place of Electron. */
  readonly beforeReady?: LaunchOptions['beforeReady'];
  /** A folder in which is written down whom the app and its children reach. */
  readonly trace?: string;
};

/** The app as it runs, and its one window. */
export type OnceProcess = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly start: Start;
  /** Resolves when it has ended, however that came. */
  readonly ended: Promise<void>;
  /** Quits the way a person does, and waits for the end. */
  readonly quit: () => Promise<void>;
  /** Ends it the way a power cut does. */
  readonly kill: () => Promise<void>;
};

/** What starts the app, for tests that start it by themselves. */
export function commandFor({ library, userData, home, env = {}, args = [], trace }: Start): {
  program: string;
  args: string[];
  env: Record<string, string>;
} {
  return {
    program: trace === undefined ? electronExecutable() : createTracedProgram(electronExecutable(), trace),
    args: [...electronLaunchArgs(), `--user-data-dir=${userData}`, ...args],
    env: {
      ...inherited(),
      ...BRITISH,
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, '.config'),
      ...named(library),
      ...env,
    },
  };
}

/** Starts the app and waits until its page can be used. */
export async function startOnce(start: Start): Promise<OnceProcess> {
  const browser = process.env['ONCE_TEST_BROWSER'];
  if (browser !== undefined) return startOnceInBrowser(browser, start);
  const app = await launchApp(commandFor(start), {
    bypassCSP: start.withoutPolicy ?? false,
    ...(start.beforeReady === undefined ? {} : { beforeReady: start.beforeReady }),
  });
  const running = app.process();
  const ended = new Promise<void>((resolve) => {
    running.once('exit', () => resolve());
  });
  const page = await firstPage(app, start).catch((error: unknown) => {
    running.kill('SIGKILL');
    throw error;
  });
  return {
    app,
    page,
    start,
    ended,
    quit: async () => {
      await app.evaluate(quitPatiently).catch(() => undefined);
      await ended;
    },
    kill: async () => {
      running.kill('SIGKILL');
      await ended;
    },
  };
}

/** Starts the app in a browser instead of Electron, for `npm run test:engines`. */
async function startOnceInBrowser(browser: string, start: Start): Promise<OnceProcess> {
  needsCommands('chromium');
  const { args, env } = commandFor({ ...start, args: [] });
  const userData = args.filter((arg) => arg.startsWith('--user-data-dir='));
  const { app, page, ended, kill } = await startInBrowser(browser, {
    args: [...userData, ...(start.args ?? [])],
    env,
    withoutPolicy: start.withoutPolicy ?? false,
  });
  await untilUsable(page, start).catch((error: unknown) => {
    kill();
    throw error;
  });
  return {
    app,
    page,
    start,
    ended,
    quit: async () => {
      await app.evaluate(quitPatiently).catch(() => undefined);
      await ended;
    },
    kill: async () => {
      kill();
      await ended;
    },
  };
}

/**
 * Quits. A page that has not saved after five seconds, as on a very busy machine, makes the app ask whether to wait; no
 * one could see that dialog, so it is answered with Wait. Other dialogs are shown.
 */
function quitPatiently({ app, dialog }: typeof Electron.Main): void {
  const show = dialog.showMessageBox as (...given: unknown[]) => Promise<unknown>;
  Object.assign(dialog, {
    showMessageBox: (...given: unknown[]) => {
      const { buttons } = given.at(-1) as { buttons?: string[] };
      return buttons?.[0] === 'Wait' ? Promise.resolve({ response: 0, checkboxChecked: false }) : show(...given);
    },
  });
  app.quit();
}

/** The page of the app's window, once it can be used. */
async function firstPage(app: ElectronApplication, start: Start): Promise<Page> {
  const page = await app.firstWindow({ timeout: START_LIMIT_MS });
  await untilUsable(page, start);
  return page;
}

async function untilUsable(page: Page, { waitsForMain = true }: Start): Promise<void> {
  await expect(pageInUse(page)).toBeVisible({ timeout: START_LIMIT_MS });
  // The page is drawn before the rest of main is loaded. This channel is answered only afterwards.
  if (waitsForMain) await ask(page, 'app:info', {});
}

/** What a page shows that can be used: the navigation, or that its library is locked. */
export const pageInUse = (page: Page): Locator =>
  page.getByRole('navigation', { name: 'Main' }).or(page.getByRole('heading', { name: 'This library is locked' }));

/**
 * What lies in a library's folder of COEs: file name to what it holds. What the page shows may be on its way to the
 * disk, so wait for what a file should hold with `expect.poll`.
 */
export async function readCoeFiles(library: string): Promise<Map<string, Record<string, unknown>>> {
  const folder = path.join(library, 'coes');
  const names = existsSync(folder) ? (await readdir(folder)).filter((name) => /^[0-9A-Z]{26}\.json$/.test(name)) : [];
  const files = new Map<string, Record<string, unknown>>();
  for (const name of names.toSorted()) {
    const text = await readFile(path.join(folder, name), 'utf8').catch(ifGone);
    if (text !== null) files.set(name, JSON.parse(text));
  }
  return files;
}

/** The only COE in a library. */
export async function readOnlyCoe(library: string): Promise<Coe> {
  const [coe, ...others] = (await readCoeFiles(library)).values();
  expect(others).toEqual([]);
  return coe as unknown as Coe;
}

/** A file may be moved to the trash after the folder was listed. */
function ifGone(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null;
  throw error;
}

/** The order of dates and the clock that tests expect, wherever they run; macOS and Windows have theirs in the system. */
const BRITISH = { LC_ALL: 'en_GB.UTF-8' };

/** Playwright would hand on our own ONCE_ variables, which are about the tests. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || name.startsWith('ONCE_') ? [] : [[name, value]],
    ),
  );

const named = (library: string | null): Record<string, string> => (library === null ? {} : { ONCE_LIBRARY: library });
