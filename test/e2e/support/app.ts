import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { test as base } from '@playwright/test';

import { type OnceProcess, type Start, startOnce } from './once-process.ts';
import { takeOwnScreen } from './own-screen.ts';

export { expect } from '@playwright/test';
export { commandFor, type OnceProcess, readCoeFiles, type Start } from './once-process.ts';

/** What every end-to-end test gets: folders of its own, and the real app. Whatever still runs at the end is killed. */
export type OnceFixtures = {
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

/** Playwright's test with the app in it. */
export const test = base.extend<OnceFixtures, { ownScreen: undefined }>({
  ownScreen: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const giveUp = await takeOwnScreen();
      await provide(undefined);
      await giveUp();
    },
    { scope: 'worker', auto: true },
  ],
  // Playwright reads the names of the fixtures from the pattern, so there has to be one.
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, provide) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'once-e2e-'));
    await provide(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
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
  launch: async ({ folder, library, userData }, provide) => {
    const home = path.join(folder, 'home');
    await mkdir(home, { recursive: true });
    const running: OnceProcess[] = [];
    await provide(async (start = {}) => {
      const once = await startOnce({ library, userData, home, ...start });
      running.push(once);
      return once;
    });
    await Promise.all(running.map((once) => once.kill()));
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
