import { spawn } from 'node:child_process';
import { once as onceEvent } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import type { Bridge } from '#ipc/bridge.ts';
import type { OpenedInLibrary } from '#ipc/contract.ts';

import { commandFor, expect, readCoeFiles, test } from './support/app.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { answerTo, ask, createCoe } from './support/ask.ts';
import { launchApp } from './support/launch-app.ts';
import { chooseInMenu } from './support/menu.ts';
import { onlyIf } from './support/only-if.ts';

const TODAY = { precision: 'day', value: '2026-03-01' } as const;

test.describe('starting', () => {
  test(
    'the first start creates a library in Documents, and later starts do not',
    { tag: '@packaged' },
    async ({ launch, folder }) => {
      const home = path.join(folder, 'home');
      await mkdir(path.join(home, '.config'), { recursive: true });
      await mkdir(path.join(home, 'Documents'));
      await writeFile(path.join(home, '.config', 'user-dirs.dirs'), 'XDG_DOCUMENTS_DIR="$HOME/Documents"\n');
      const first = await launch({ library: null });
      const { folder: created, status } = await answerTo(first.page, 'library:state', {});
      expect(created).toBe(path.join(home, 'Documents', 'Once'));
      expect(status).not.toBe('missing');
      expect(existsSync(path.join(created, 'coes'))).toBe(true);
      await first.quit();
      await rm(created, { recursive: true });

      const second = await launch({ library: null });
      await expect
        .poll(() => ask(second.page, 'library:state', {}))
        .toMatchObject({ ok: true, value: { status: 'missing' } });
      expect(existsSync(created)).toBe(false);
    },
  );

  test('a library path that does not exist is reported as missing and not created', async ({ launch, folder }) => {
    const library = path.join(folder, 'not-plugged-in');
    const { page } = await launch({ library });
    await expect.poll(() => ask(page, 'library:state', {})).toMatchObject({ ok: true, value: { status: 'missing' } });
    expect(existsSync(library)).toBe(false);
  });

  test('an empty folder given at start becomes a library', async ({ launch, folder }) => {
    const library = path.join(folder, 'made-for-this');
    await mkdir(library);
    const { page } = await launch({ library });
    await expect.poll(() => ask(page, 'library:state', {})).toMatchObject({ ok: true, value: { status: 'ready' } });
    await createCoe(page, { kind: 'outage', title: 'The first', happened: TODAY });
    expect((await readCoeFiles(library)).size).toBe(1);
  });

  test('a library given at start is not remembered for the next start', async ({ launch, folder }) => {
    const own = path.join(folder, 'own');
    await mkdir(path.join(own, 'coes'), { recursive: true });
    await writeFile(path.join(folder, 'user-data', 'places.json'), JSON.stringify({ lastLibrary: own }));
    const told = await launch();
    // A library is among the recent ones once that is on the disk, which the start does not wait for.
    await expect.poll(() => answerTo(told.page, 'library:recents', {})).toHaveLength(1);
    await told.quit();
    const next = await launch({ library: null });
    expect((await answerTo(next.page, 'library:state', {})).folder).toBe(own);
    await expect.poll(() => answerTo(next.page, 'library:recents', {})).toHaveLength(2);
  });

  test('a COE can be begun as soon as the list is shown', async ({ launch, library }) => {
    const first = await launch();
    await createCoe(first.page, { kind: 'outage', title: 'The first', happened: TODAY });
    await first.quit();
    const { page } = await launch({ waitsForMain: false });
    await page.getByRole('button', { name: 'New COE' }).click();
    const dialog = page.getByRole('dialog', { name: 'New COE' });
    await dialog.getByRole('radio', { name: 'Outage', exact: true }).check();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The second');
    await answerTo(page, 'library:state', {}); // the dialog says so if the library is not open yet
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
    const titles = [...(await readCoeFiles(library)).values()].map(({ title }) => title);
    expect(titles.toSorted()).toEqual(['The first', 'The second']);
  });

  test('a window on an empty library can be closed as soon as it shows something', async ({ launch }) => {
    const first = await launch();
    await first.quit();
    const { app, ended } = await launch({ waitsForMain: false });
    const running = app.process();
    const close = app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close.catch(() => undefined); // the app may end before it answers
    await ended;
    expect(running.exitCode).toBe(0);
  });

  test('settings and window bounds are remembered', async ({ launch, relaunch }) => {
    const first = await launch();
    await answerTo(first.page, 'settings:change', { theme: 'dark', proseSize: 120 });
    await first.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 50, width: 900, height: 640 }),
    );
    const second = await relaunch(first);
    expect(await answerTo(second.page, 'settings:read', {})).toMatchObject({ theme: 'dark', proseSize: 120 });
    const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
    expect(bounds).toMatchObject({ x: 60, y: 50, width: 900, height: 640 });
    expect(await second.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  });

  for (const [what, content] of [
    ['zero-filled', '\0'.repeat(400)],
    ['empty', ''],
    ['cut off', '{"theme": "dark", "pro'],
    ['not an object', '[1, 2]'],
  ] as const) {
    test(`a settings file that is ${what} is put aside, told about, and kept`, async ({ launch, userData }) => {
      await writeFile(path.join(userData, 'settings.json'), content);
      const { page } = await launch();
      const { settingsQuarantinedAs } = await answerTo(page, 'app:info', {});
      expect(settingsQuarantinedAs).toMatch(/^settings\.broken-.*\.json$/);
      expect(await readFile(path.join(userData, settingsQuarantinedAs ?? ''), 'utf8')).toBe(content);
      expect((await answerTo(page, 'settings:read', {})).theme).toBe('system');
      await answerTo(page, 'settings:change', { theme: 'light' });
      expect(JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'))).toEqual({ theme: 'light' });
    });
  }

  test('one invalid setting does not affect the others, and the file is quarantined', async ({ launch, userData }) => {
    await writeFile(path.join(userData, 'settings.json'), '{"theme": "dark", "proseSize": "huge", "fromTomorrow": 1}');
    const { page } = await launch();
    expect(await answerTo(page, 'settings:read', {})).toMatchObject({ theme: 'dark', proseSize: 100 });
    expect((await answerTo(page, 'app:info', {})).settingsQuarantinedAs).not.toBeNull();
    await answerTo(page, 'settings:change', { welcomed: true });
    const written: unknown = JSON.parse(await readFile(path.join(userData, 'settings.json'), 'utf8'));
    expect(written).toEqual({ theme: 'dark', welcomed: true, fromTomorrow: 1 });
  });

  test('a settings file that cannot be written is reported as a disk error', async ({ once, userData }) => {
    await mkdir(path.join(userData, 'settings.json'));
    const changed = await ask(once.page, 'settings:change', { theme: 'dark' });
    expect(changed).toMatchObject({ ok: false, error: { kind: 'disk' } });
    expect((await answerTo(once.page, 'settings:read', {})).theme).toBe('system');
  });
});

test.describe('a second instance', { tag: '@packaged' }, () => {
  test('with the same user data focuses the first window and exits', async ({ once }) => {
    await once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
    expect(await runToEnd(once.start)).toBe(0);
    const isVisible = () => once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isVisible).toBe(true);
  });

  test('with another library asks before switching', async ({ once, folder }) => {
    const other = path.join(folder, 'other');
    await mkdir(path.join(other, 'coes'), { recursive: true });
    await answerDialogs(once.app, 'Stay');
    await runToEnd({ ...once.start, library: other });
    await expect.poll(() => shownDialogs(once.app)).toHaveLength(1);
    expect((await answerTo(once.page, 'library:state', {})).folder).toBe(once.start.library);
    await answerDialogs(once.app, 'Open it');
    await runToEnd({ ...once.start, library: other });
    await expect.poll(() => ask(once.page, 'library:state', {})).toMatchObject({ ok: true, value: { folder: other } });
  });
});

test.describe('leaving', () => {
  test('quitting waits for a pending save', async ({ once, library }) => {
    const {
      coe,
      revision,
      library: handle,
    } = await createCoe(once.page, {
      kind: 'outage',
      title: 'Before',
      happened: TODAY,
    });
    await once.page.evaluate(
      ({ library, coe, base }) => {
        const { once } = window as unknown as { once: Bridge };
        void once.ask('coe:save', { library, coe: { ...coe, title: 'After' }, base });
      },
      { library: handle, coe, base: revision },
    );
    await once.quit();
    expect((await readCoeFiles(library)).get(`${coe.id}.json`)).toMatchObject({ title: 'After' });
  });

  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    test(`${signal} has the page write what is pending, and ends without a question`, async ({ once, library }) => {
      onlyIf(process.platform !== 'win32', 'Windows has no signals');
      const opened = await createCoe(once.page, {
        kind: 'outage',
        title: 'Before',
        happened: TODAY,
      });
      await saveWhenFlushed(once.page, opened);
      const ended = onceEvent(once.app.process(), 'exit');
      once.app.process().kill(signal);
      await ended;
      expect((await readCoeFiles(library)).get(`${opened.coe.id}.json`)).toMatchObject({
        title: 'Written at the last moment',
      });
    });
  }

  test('unsaved writing blocks quitting until it is confirmed', async ({ once }) => {
    await answerDialogs(once.app, 'Go back');
    await answerFlush(once.page, 2);
    await once.app.evaluate(({ app }) => app.quit());
    await expect.poll(() => shownDialogs(once.app)).toHaveLength(1);
    expect((await shownDialogs(once.app))[0]?.message).toBe('2 COEs could not be saved.');
    await expect
      .poll(() => ask(once.page, 'library:state', {}))
      .toMatchObject({ ok: true, value: { status: 'ready' } });
    await answerDialogs(once.app, 'Quit anyway');
    await once.quit();
  });

  test('closing the window quits the app', async ({ once }) => {
    onlyIf(process.platform !== 'darwin', 'on macOS an app goes on without a window');
    const ended = onceEvent(once.app.process(), 'exit');
    await once.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect((await ended)[0]).toBe(0);
  });

  test('a crashed page is reloaded', async ({ once }) => {
    await answerDialogs(once.app, 'Show again');
    await once.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect.poll(() => shownDialogs(once.app)).toHaveLength(1);
    await expect.poll(() => isPageBack(once.app)).toBe(true);
    await expect.poll(() => textShown(once.app)).toContain('Handbook');
  });
});

/** Whether the page of the first window is loaded and alive. A page that is gone never answers: ask it only after this. */
const isPageBack = (app: ElectronApplication): Promise<boolean> =>
  app
    .evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
    })
    .catch(() => false);

/** What the window says, asked by Electron, because Playwright lets go of a page that crashed. */
const textShown = (app: ElectronApplication): Promise<unknown> =>
  app
    .evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    )
    .catch(() => '');

/** Ends the process of the first page as soon as there is one, as a system without memory would. */
function killFirstPage({ app }: typeof Electron.Main): void {
  app.once('browser-window-created', (_event, { webContents }) => {
    const kill = (): void => {
      const pid = webContents.getOSProcessId();
      if (pid === 0) setImmediate(kill);
      else process.kill(pid, 'SIGKILL');
    };
    kill();
  });
}

test('a page that ends before it has loaded is reported and can be shown again', async ({
  library,
  userData,
  folder,
}) => {
  const app = await launchApp(commandFor({ library, userData, home: path.join(folder, 'home') }), {
    beforeReady: async (starting) => {
      await answerDialogs(starting, 'Show again');
      await starting.evaluate(killFirstPage);
    },
  });
  const ended = onceEvent(app.process(), 'exit');
  // While the rest of main is loaded, Node may collect the promise that Playwright waits for: ask again then.
  const dialogs = () => shownDialogs(app).catch(() => []);
  await expect.poll(dialogs).toMatchObject([{ message: 'The window stopped working.' }]);
  const isShown = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()).catch(() => false);
  await expect.poll(isShown).toBe(true);
  await expect.poll(() => isPageBack(app)).toBe(true);
  await expect.poll(() => textShown(app)).toContain('Handbook');
  app.process().kill('SIGKILL');
  await ended;
  expect(await readFile(path.join(userData, 'logs', 'once.log'), 'utf8')).toContain('page-gone');
});

test.describe('the menu', () => {
  test('lists recent libraries', async ({ once, library }) => {
    const labels = () =>
      once.app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('recents')
          ?.submenu?.items.map(({ label, checked }) => ({ label, checked })),
      );
    await expect.poll(labels).toEqual([{ label: path.basename(library), checked: true }]);
  });
});

test.describe('in a running app', () => {
  test.use({ sharesApp: true });

  test('the menu runs the same commands as the page', async ({ once }) => {
    await chooseInMenu(once.app, 'go.themes');
    await expect(once.page).toHaveURL(/#\/themes/);
  });

  test(
    'a copy is saved to the chosen folder under a portable file name',
    { tag: '@packaged' },
    async ({ once, folder }) => {
      const { coe } = await createCoe(once.page, { kind: 'outage', title: 'A copy', happened: TODAY });
      await answerDialogs(once.app, '');
      expect(await ask(once.page, 'coe:save-copy', { coe })).toMatchObject({ error: { kind: 'cancelled' } });
      const file = path.join(folder, 'copy.json');
      await answerDialogs(once.app, '', file);
      expect(await answerTo(once.page, 'coe:save-copy', { coe })).toEqual({ fileName: 'copy.json' });
      expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ id: coe.id, title: 'A copy' });
      await answerDialogs(once.app, '', path.join(folder, 'not-there', 'copy.json'));
      expect(await ask(once.page, 'coe:save-copy', { coe })).toMatchObject({ error: { kind: 'disk', reason: 'gone' } });
    },
  );
});

test(
  'the example library is created beside the settings and not remembered for the next start',
  { tag: '@packaged' },
  async ({ once, userData }) => {
    const state = await answerTo(once.page, 'library:open-examples', {});
    expect(state).toMatchObject({ isExamples: true, folder: path.join(userData, 'examples') });
    const recents = async (): Promise<string[]> =>
      (await answerTo(once.page, 'library:recents', {})).map(({ folder }) => folder);
    await expect.poll(recents).toEqual([once.start.library]);
  },
);

/** Has the page do at `app:flush` what a draft does: save what is pending. */
const saveWhenFlushed = (page: Page, { library, coe, revision }: OpenedInLibrary): Promise<void> =>
  page.evaluate(
    (request) => {
      const { once } = window as unknown as { once: Bridge };
      once.on('app:flush', () => void once.ask('coe:save', request));
    },
    { library, coe: { ...coe, title: 'Written at the last moment' }, base: revision },
  );

/** Has the page say at `app:flush` that so many COEs could not be saved, before it says anything else. */
const answerFlush = (page: Page, unsaved: number): Promise<void> =>
  page.evaluate((unsaved) => {
    const { once } = window as unknown as { once: Bridge };
    once.on('app:flush', ({ requestId }) => void once.ask('app:flushed', { requestId, unsaved, kept: 0, unsent: 0 }));
  }, unsaved);

async function runToEnd(start: Parameters<typeof commandFor>[0]): Promise<number | null> {
  const { program, args, env } = commandFor(start);
  const second = spawn(program, args, { env, stdio: 'ignore' });
  const [code] = (await onceEvent(second, 'exit')) as [number | null];
  return code;
}
