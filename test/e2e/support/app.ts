import { mkdir, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { test as base } from '@playwright/test';

import { type OnceProcess, type Start, startOnce } from './once-process.ts';
import { takeOwnScreen } from './own-screen.ts';
import { createSharedApp, PEOPLE_FOLDERS, removeFolder, type SharedApp } from './shared-app.ts';

export { expect } from '@playwright/test';
export { removeFolder } from './shared-app.ts';
export { commandFor, type OnceProcess, readCoeFiles, readOnlyCoe, type Start } from './once-process.ts';

/** What every end-to-end test gets: folders of its own, and the real app. Whatever still runs at the end is killed. */
export type OnceFixtures = {
  /**
   * Whether the test's first start is that of the worker's shared app, which costs a quarter of a start. For tests that
   * neither end the app nor depend on its user data, but for the people in it: `test.use({ sharesApp: true })`. A start
   * that asks for something special is always one of its own.
   */
  readonly sharesApp: boolean;
  /** A folder that goes away with the test. */
  readonly folder: string;
  /** An empty library in it. */
  readonly library: string;
  readonly userData: string;
  /** Starts the app; what is left out is the test's own library and user data. */
  readonly launch: (start?: Partial<Start>) => Promise<OnceProcess>;
  /** Quits the app and starts it again just as it was started. */
  readonly relaunch: (once: OnceProcess) => Promise<OnceProcess>;
  /** The app, started with the test's own library. */
  readonly once: OnceProcess;
};

/** The app of a worker, and the folders of the tests that used it, which may still be open in it. */
type Shared = { readonly app: SharedApp; readonly folders: string[] };

/** Opens a library in the shared app, with the people of the test, and removes the folders of the tests before. */
async function openShared({ app, folders }: Shared, library: string, people: string): Promise<OnceProcess> {
  const once = await app.open(library, people);
  await Promise.all(folders.splice(0).map(removeFolder));
  return once;
}

/** Playwright's test with the app in it. */
export const test = base.extend<OnceFixtures, { ownScreen: undefined; shared: Shared }>({
  sharesApp: [false, { option: true }],
  ownScreen: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const giveUp = await takeOwnScreen();
      await provide(undefined);
      await giveUp();
    },
    { scope: 'worker', auto: true },
  ],
  shared: [
    async ({ ownScreen: _screen }, provide) => {
      const app = createSharedApp();
      const folders: string[] = [];
      await provide({ app, folders });
      await app.end();
      await Promise.all(folders.map(removeFolder));
    },
    { scope: 'worker' },
  ],
  folder: async ({ sharesApp, shared }, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'once-e2e-'));
    await provide(folder);
    // The shared app has the library in it open until the next test.
    if (sharesApp) shared.folders.push(folder);
    else await removeFolder(folder);
  },
  library: async ({ folder }, provide) => {
    const library = path.join(folder, 'library');
    await mkdir(path.join(library, 'coes'), { recursive: true });
    await mkdir(path.join(library, 'trash'));
    await provide(library);
  },
  userData: async ({ folder }, provide) => {
    const userData = path.join(folder, 'user-data');
    await mkdir(userData);
    await provide(userData);
  },
  launch: async ({ folder, library, userData, sharesApp, shared }, provide, info) => {
    const home = path.join(folder, 'home');
    await mkdir(home, { recursive: true });
    const running: OnceProcess[] = [];
    let isFirst = true;
    await provide(async (start) => {
      // What a test wrote into its user data is for a start of its own, unless the shared app can take it over.
      const canTakeOver = (await readdir(userData)).every((name) => PEOPLE_FOLDERS.includes(name));
      const usesShared = sharesApp && isFirst && start === undefined && canTakeOver;
      isFirst = false;
      if (usesShared) return openShared(shared, library, userData);
      await shared.app.hide();
      const once = await startOnce({ library, userData, home, ...start });
      running.push(once);
      return once;
    });
    await Promise.all(running.map((once) => once.kill()));
    // Nobody knows what a test that failed leaves behind.
    if (info.status !== info.expectedStatus) await shared.app.end();
  },
  relaunch: async ({ launch }, provide) => {
    await provide(async (once) => {
      await once.quit();
      return launch(once.start);
    });
  },
  once: async ({ launch }, provide) => {
    await provide(await launch());
  },
});
