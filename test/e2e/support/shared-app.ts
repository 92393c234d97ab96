import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, type Page } from '@playwright/test';
import { ulid } from 'ulid';

import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { type AppState, DEFAULT_APP_STATE } from '#main/settings/app-state.ts';

import { answerTo, ask } from './ask.ts';
import { type OnceProcess, pageInUse, startOnce } from './once-process.ts';

/**
 * The app that a worker's tests use one after the other, because a start costs more than most of them. Each test finds
 * it as after a first start with its own library: a newly loaded page, default settings, the usual window, and nothing
 * left in main that an earlier test put there.
 */
export type SharedApp = {
  /**
   * Opens a library in the app. Starts the app first if it does not run. `people` is a folder with what the test's person
   * has in the user data before (`PEOPLE_FOLDERS`); without it, nobody is known.
   */
  readonly open: (library: string, people?: string) => Promise<OnceProcess>;
  /** Hides the window, so that an app that a test starts itself has the screen and the keyboard. */
  readonly hide: () => Promise<void>;
  /** Ends the app, if it runs. The next `open` starts another. */
  readonly end: () => Promise<void>;
};

/**
 * A running app, its folder, and the size of its page and the names in its user data when its first test began.
 * `oldestId` is at most the id of any COE that is begun in it.
 */
type Running = OnceProcess & {
  readonly folder: string;
  readonly oldestId: string;
  readonly viewport: string;
  readonly names: ReadonlySet<string>;
  hasEnded: boolean;
};

/**
 * Removes a folder. The helper processes of a killed app may still write into it while they end, which takes seconds on
 * a busy machine.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

/** The folders of the user data with one's own keys, the cards of others and what they shared. Main keeps none of it in memory. */
export const PEOPLE_FOLDERS: readonly string[] = ['sharing', 'people'];

/** Replaces the people in some user data by those in a folder; null for nobody. */
async function setPeople(userData: string, from: string | null): Promise<void> {
  for (const name of PEOPLE_FOLDERS) {
    await removeFolder(path.join(userData, name));
    if (from === null || !existsSync(path.join(from, name))) continue;
    await cp(path.join(from, name), path.join(userData, name), { recursive: true });
  }
}

/** Prepares a shared app. It starts with the first `open`. */
export function createSharedApp(): SharedApp {
  let running: Running | null = null;
  const start = async (library: string, people: string | null): Promise<Running> => {
    const folder = await mkdtemp(path.join(tmpdir(), 'once-e2e-shared-'));
    const userData = path.join(folder, 'user-data');
    const home = path.join(folder, 'home');
    await mkdir(userData);
    await mkdir(home);
    await setPeople(userData, people);
    const oldestId = ulid().slice(0, ID_TIME);
    const once = await startOnce({ library, userData, home });
    const names = new Set(await readdir(userData));
    const started = { ...once, folder, oldestId, viewport: viewportOf(once.page), names, hasEnded: false };
    void once.ended.then(() => (started.hasEnded = true));
    await rememberMain(once);
    return started;
  };
  const end = async (): Promise<void> => {
    const ending = running;
    running = null;
    if (ending === null) return;
    await ending.kill();
    await removeFolder(ending.folder);
  };
  return {
    open: async (library, people) => {
      if (running !== null && (running.hasEnded || hasOwnViewport(running) || (await remembersMore(running))))
        await end();
      if (running === null) running = await start(library, people ?? null);
      else await beginAgain(running, library, people ?? null);
      return { ...running, start: { ...running.start, library } };
    },
    hide: async () => {
      if (running === null || running.hasEnded) return;
      await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((each) => each.hide()));
    },
    end,
  };
}

/**
 * Whether a test gave the page a size of its own with `setViewportSize`, which Playwright cannot take back. It would stay
 * for the tests that follow. In a browser, each page has such a size from the beginning.
 */
const hasOwnViewport = ({ page, viewport }: Running): boolean => viewportOf(page) !== viewport;

const viewportOf = (page: Page): string => JSON.stringify(page.viewportSize());

/** What the app keeps apart for each library, or what `beginAgain` sets back. */
const FORGETTABLE = /^(?:libraries$|journal$|imports$|sharing$|people$|settings\.|places\.)/;
/** What the app remembers of libraries that were open, and of its window. */
const HARMLESS = new Set([
  'lastLibrary',
  'firstLibraryMade',
  'recentLibraries',
  'window',
  'backupFolders',
  'markdownCopyFolders',
]);
/** How many characters of an id are the time at which it was made. */
const ID_TIME = 10;

/**
 * Whether a test left something in the user data that a later test could notice: example COEs, own words, a question of
 * patterns in a COE that a later test may have too, and whatever else the app keeps beside the libraries.
 */
async function remembersMore({ start: { userData }, names, oldestId }: Running): Promise<boolean> {
  const added = (await readdir(userData)).filter((name) => !names.has(name) && !FORGETTABLE.test(name));
  if (added.length > 0) return true;
  // It is written a moment after the library was opened.
  const places = path.join(userData, 'places.json');
  const remembered: unknown = existsSync(places) ? JSON.parse(await readFile(places, 'utf8')) : {};
  const defaults: Readonly<Record<string, unknown>> = DEFAULT_APP_STATE;
  const { patternQuestions = [], ...others } = remembered as Partial<AppState>;
  return (
    // No later test has the id of a COE that was begun in the app; those that tests choose come again.
    patternQuestions.some((question) => question.slice(0, ID_TIME) < oldestId) ||
    Object.entries(others).some(
      ([name, value]) => !HARMLESS.has(name) && JSON.stringify(value) !== JSON.stringify(defaults[name]),
    )
  );
}

/** What `rememberMain` adds to the globals of the main process. */
type Remembering = { restoreMain: () => void };

/** Makes main able to undo what tests replace in it: methods of Electron, listeners, globals, and the window's bounds. */
const rememberMain = ({ app }: OnceProcess): Promise<void> =>
  app.evaluate((electron) => {
    const { app, BrowserWindow, clipboard, dialog, globalShortcut, Menu, nativeTheme, shell } = electron;
    const replaceable: object[] = [app, clipboard, dialog, globalShortcut, Menu, Menu.prototype, nativeTheme, shell];
    const methods = replaceable.map((owner) =>
      Object.entries(Object.getOwnPropertyDescriptors(owner)).filter(([, { value }]) => typeof value === 'function'),
    );
    const listeners = new Map(app.eventNames().map((name) => [name, app.listeners(name as 'ready')]));
    const globals = new Map(
      Object.entries(Object.getOwnPropertyDescriptors(globalThis)).filter(([, given]) => 'value' in given),
    );
    const known = new Set(Object.keys(globalThis));
    const [window] = BrowserWindow.getAllWindows();
    const bounds = window?.getBounds();
    known.add('restoreMain');
    const restoreMain = (): void => {
      replaceable.forEach((owner, at) => {
        const own = new Map(methods[at]);
        for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
          if (typeof value === 'function' && !own.has(name)) Reflect.deleteProperty(owner, name);
        }
        for (const [name, descriptor] of own) {
          if (Reflect.get(owner, name) !== descriptor.value) Object.defineProperty(owner, name, descriptor);
        }
      });
      for (const name of app.eventNames()) {
        const known = listeners.get(name) ?? [];
        for (const listener of app.listeners(name as 'ready')) {
          if (!known.includes(listener)) app.removeListener(name as 'ready', listener as () => void);
        }
      }
      for (const key of Object.keys(globalThis)) if (!known.has(key)) Reflect.deleteProperty(globalThis, key);
      for (const [name, given] of globals) {
        if (Reflect.get(globalThis, name) !== given.value) Object.defineProperty(globalThis, name, given);
      }
      for (const each of BrowserWindow.getAllWindows()) if (each !== window) each.destroy();
      clipboard.clear();
      window?.webContents.setZoomFactor(1);
      const now = window?.getBounds();
      const isMoved = bounds !== undefined && JSON.stringify(now) !== JSON.stringify(bounds);
      if (isMoved) window?.setBounds(bounds);
      if (window?.isVisible() === false) window.show();
    };
    Object.assign(globalThis, { restoreMain });
  });

/** Makes a running app what it would be after a first start with this library. */
async function beginAgain(
  { app, page, start: { userData } }: OnceProcess,
  library: string,
  people: string | null,
): Promise<void> {
  page.removeAllListeners();
  const settings = await answerTo(page, 'settings:read', {});
  const changed = Object.entries(DEFAULT_SETTINGS).filter(
    ([name, value]) => JSON.stringify(settings[name as keyof typeof settings]) !== JSON.stringify(value),
  );
  if (changed.length > 0) await answerTo(page, 'settings:change', Object.fromEntries(changed));
  await app.evaluate(({ app, dialog }, library) => {
    const main = globalThis as unknown as Remembering;
    main.restoreMain();
    // What the earlier test left unsaved is not needed any more.
    const answer = async (...given: unknown[]) => {
      const { buttons = [] } = given.at(-1) as { buttons?: string[] };
      const response = buttons.findIndex((label) => label === 'Open it' || label === 'Switch anyway');
      if (response === -1) throw new Error(`The shared app asks something else: ${buttons.join(', ')}`);
      return { response, checkboxChecked: false };
    };
    Object.assign(dialog, { showMessageBox: answer });
    // As if the app was started once more, with this library. Later, because Node may collect the promise that Playwright
    // waits for when much happens before it is answered.
    setImmediate(() => app.emit('second-instance', {}, [], '', { library, capture: false }));
  }, library);
  const openFolder = async (): Promise<string | null> => {
    const state = await ask(page, 'library:state', {});
    return state.ok && state.value.status !== 'loading' ? state.value.folder : null; // while it opens and is read
  };
  await expect.poll(openFolder, FREQUENTLY).toBe(library);
  await app.evaluate(() => (globalThis as unknown as Remembering).restoreMain());
  // The page has stored by now what it had to, because main asks it to before another library opens.
  await setPeople(userData, people);
  await page.evaluate(() => {
    sessionStorage.clear();
    history.replaceState(null, '', location.pathname);
  });
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null, forcedColors: null, contrast: null });
  await page.mouse.move(0, 0);
  await page.reload();
  await expect(pageInUse(page)).toBeVisible();
}

const FREQUENTLY = { intervals: [10, 20, 40, 80] };
