import { spawn } from 'node:child_process';
import { rename } from 'node:fs/promises';

import type { ElectronApplication, Page } from '@playwright/test';

import { filesUnder } from '../support/files-under.ts';
import { someCoe } from '../support/some-coe.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { commandFor, expect, type OnceProcess, readCoeFiles, readOnlyCoe, test } from './support/app.ts';
import { answerTo, ask, createCoe } from './support/ask.ts';
import { writeEncryptedLibrary } from './support/encrypted-library.ts';
import { launchApp, START_LIMIT_MS } from './support/launch-app.ts';
import { lockBy } from './support/lock.ts';
import { violations } from './support/violations.ts';

test.use({ sharesApp: true });

const PASSPHRASE = 'rain on a tin roof at night';
const CANARY = 'canarycapturetwentyone';

const textOf = (page: Page) => page.getByRole('textbox', { name: 'What happened?' });
const today = (page: Page) => page.getByRole('region', { name: /^From quick capture/ });

/** Does what opens the window, and returns its page. */
async function capturePage(app: ElectronApplication, open: () => Promise<unknown>): Promise<Page> {
  const opened = app.waitForEvent('window', { timeout: START_LIMIT_MS });
  await open();
  const page = await opened;
  await expect(textOf(page)).toBeFocused();
  return page;
}
const byKeys = ({ app, page }: OnceProcess): Promise<Page> =>
  capturePage(app, () => page.keyboard.press('Control+Shift+N'));

/** Types at the caret, and presses a key that closes the window. */
async function typeAndClose(capture: Page, text: string, key: string): Promise<void> {
  const closed = capture.waitForEvent('close');
  await capture.keyboard.type(text);
  // The window may be gone before the key is up.
  await capture.keyboard.press(key).catch(() => undefined);
  await closed;
}

const notYetSaved = (page: Page) => page.getByRole('alert').filter({ hasText: /^Not saved/ });

async function unlock(page: Page): Promise<void> {
  await page.getByLabel('Passphrase or recovery key').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

const lock = ({ page }: OnceProcess): Promise<void> => lockBy(page, () => page.keyboard.press('Control+Shift+L'));

/** Closes the main window, once it is the only one: Electron lists a window that is closing, in no certain order. */
async function closeMain(app: ElectronApplication): Promise<void> {
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
}

test('a text is captured by keyboard alone, and Today asks whether to go on with it', async ({
  launch,
  library,
  userData,
}) => {
  // Alone: the app offers the kind that is chosen here for the next text.
  const once = await launch({ userData });
  const { page } = once;
  const capture = await byKeys(once);
  expect(await violations(capture)).toEqual([]);
  await capture.keyboard.type('Missed the train');
  await capture.keyboard.press('Shift+Enter');
  await capture.keyboard.type('The *clock* was wrong.');
  await capture.keyboard.press('Tab');
  await expect(capture.getByRole('textbox', { name: 'When did it happen?' })).toBeFocused();
  await capture.keyboard.press('Control+A');
  await capture.keyboard.type('14 May 2026');
  await capture.keyboard.press('Tab');
  await capture.keyboard.press('Tab');
  await capture.keyboard.press('ArrowLeft');
  await expect(capture.getByRole('radio', { name: 'Career setback' })).toBeChecked();
  await typeAndClose(capture, '', 'Control+Enter');
  expect(await readOnlyCoe(library)).toMatchObject({
    title: 'Missed the train',
    kind: 'career-setback',
    status: 'draft',
    captured: true,
    happened: { precision: 'day', value: '2026-05-14' },
    sections: { context: { prose: 'The \\*clock\\* was wrong.' } },
  });

  await page.keyboard.press('Control+1');
  await expect(today(page)).toContainText('You noted this today. Go on with it?');
  expect(await violations(page)).toEqual([]);
  await today(page).getByRole('button', { name: 'Move to trash: Missed the train' }).click();
  await expect(today(page)).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await today(page).getByRole('button', { name: 'Continue: Missed the train' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Missed the train');
  await expect(page.getByText('The *clock* was wrong.')).toBeVisible();
});

test('Escape keeps the text, and discarding it can be undone', async ({ once, library }) => {
  await typeAndClose(await byKeys(once), 'Half a thought', 'Escape');
  const capture = await byKeys(once);
  await expect(textOf(capture)).toHaveValue('Half a thought');
  await capture.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(textOf(capture)).toHaveValue('');
  await expect(textOf(capture)).toBeFocused();
  await capture.keyboard.press('Enter');
  await expect(capture.getByRole('alert')).toHaveText('Write a few words first.');
  await capture.getByRole('button', { name: 'Undo discard' }).click();
  await expect(textOf(capture)).toHaveValue('Half a thought');
  await capture.getByRole('button', { name: 'Discard', exact: true }).click();
  await typeAndClose(capture, '', 'Escape');
  await expect(textOf(await byKeys(once))).toHaveValue('');
  expect((await readCoeFiles(library)).size).toBe(0);
});

test('text that was not saved survives a kill, and is offered at the next start', async ({
  launch,
  library,
  userData,
}) => {
  const once = await launch({ userData });
  const capture = await byKeys(once);
  await capture.keyboard.type('Lost the keys');
  // Older entries are removed meanwhile.
  await expect(() => {
    expect([...filesUnder(userData).values()].some((bytes) => bytes.includes('Lost the keys'))).toBe(true);
  }).toPass();
  // The text in the open window is not offered a second time.
  await once.page.reload();
  await expect(once.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await answerTo(once.page, 'journal:recovered', {})).toEqual([]);
  await once.kill();
  const again = await launch();
  const notice = again.page.getByRole('status', { name: 'Recovered writing' });
  await expect(notice).toContainText('“Lost the keys”');
  await notice.getByRole('button', { name: 'Restore' }).click();
  await expect(again.page.getByRole('textbox', { name: 'Title' })).toHaveValue('Lost the keys');
  expect(await readOnlyCoe(library)).toMatchObject({ title: 'Lost the keys', captured: true });
});

test('a locked library: the text stays in memory until it is unlocked, and then saved', async ({
  launch,
  folder,
  library,
  userData,
}) => {
  await writeEncryptedLibrary(library, PASSPHRASE, { coe: someCoe({}, 1), trashed: someCoe({}, 2) });
  const once = await launch({ userData });
  await unlock(once.page);
  await expect(once.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const open = await byKeys(once);
  await open.keyboard.type(`${CANARY} before`);
  const closed = open.waitForEvent('close');
  await lock(once);
  // What was typed before is in the encrypted journal, and not on the screen any more.
  await closed;

  const capture = await byKeys(once);
  await expect(textOf(capture)).toHaveValue('');
  await expect(capture.getByText('The library is locked. You can write here')).toBeVisible();
  await capture.keyboard.type(`${CANARY} while locked`);
  await capture.keyboard.press('Enter');
  await expect(notYetSaved(capture)).toContainText('the library is locked');
  expect(await violations(capture)).toEqual([]);
  const readable = () => [...filesUnder(folder)].filter(([, bytes]) => bytes.includes(CANARY)).map(([name]) => name);
  expect(readable()).toEqual([]);

  await answerDialogs(once.app, 'Go back');
  await once.app.evaluate(({ app }) => app.quit());
  await expect
    .poll(async () => (await shownDialogs(once.app)).map(({ message }) => message))
    .toEqual(['The text in Quick capture is not saved.']);
  await expect(textOf(capture)).toHaveValue(`${CANARY} while locked`);

  const saved = capture.waitForEvent('close');
  await capture.getByRole('button', { name: 'Unlock…' }).click();
  await unlock(once.page);
  await saved;
  await once.page.keyboard.press('Control+1');
  await expect(today(once.page)).toContainText(`${CANARY} while locked`);
  await expect(once.page.getByRole('status', { name: 'Recovered writing' })).toContainText(`${CANARY} before`);
  expect(readable()).toEqual([]);
  expect((await readCoeFiles(library)).size).toBe(0);
});

test('a missing library: a sentence says so, and the text stays', async ({ once, library }) => {
  await rename(library, `${library} elsewhere`);
  const capture = await byKeys(once);
  await capture.keyboard.type('The drive came loose');
  await capture.keyboard.press('Enter');
  await expect(notYetSaved(capture)).toContainText('Your text stays here.');
  await expect(textOf(capture)).toHaveValue('The drive came loose');
  await rename(`${library} elsewhere`, library);
  await expect.poll(() => ask(once.page, 'library:state', {})).toMatchObject({ ok: true, value: { status: 'ready' } });
  await typeAndClose(capture, '', 'Enter');
  expect(await readOnlyCoe(library)).toMatchObject({ title: 'The drive came loose', kind: 'other-mistake' });
});

test('words of despair are met with the note on help', async ({ launch, userData }) => {
  // Alone: the text that it leaves would be in the window for the next test.
  const once = await launch({ userData });
  const capture = await byKeys(once);
  await capture.keyboard.type('I want to kill myself.');
  const note = capture.getByRole('complementary', { name: 'Please talk to someone' });
  await expect(note).toBeVisible();
  expect(await violations(capture)).toEqual([]);
  await answerDialogs(once.app, 'Cancel');
  await note.getByRole('link', { name: 'Find a help line in your country' }).click();
  await expect.poll(() => shownDialogs(once.app)).toHaveLength(1);
  await note.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toBeHidden();
  await textOf(capture).press('End');
  await capture.keyboard.type(' Everyone would be better off without me.');
  await expect(note).toBeVisible();
});

test('a global shortcut is off until it is chosen, and a refused one is reported', async ({ once }) => {
  const { app, page } = once;
  await app.evaluate(({ globalShortcut }) => {
    const registered = new Map<string, () => void>();
    Object.assign(globalThis, { registered });
    Object.assign(globalShortcut, {
      register: (keys: string, run: () => void) =>
        keys !== 'CmdOrCtrl+Shift+T' && registered.set(keys, run) !== undefined,
      unregister: (keys: string) => registered.delete(keys),
    });
  });
  type Registered = { registered: Map<string, () => void> };
  const registered = () => app.evaluate(() => [...(globalThis as unknown as Registered).registered.keys()]);
  await page.getByRole('link', { name: 'Settings' }).click();
  const row = page.getByRole('group', { name: 'Global shortcut' });
  const choose = async (keys: string): Promise<void> => {
    await row.getByRole('button', { name: /^Change the global shortcut/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Global shortcut: Quick capture' });
    await expect(dialog.getByRole('textbox', { name: 'Press the new keys' })).toBeFocused();
    await page.keyboard.press('Control+C');
    await expect(dialog.getByRole('status')).toContainText('Other programs need shorter keys.');
    await page.keyboard.press(keys);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
  };
  await choose('Control+Shift+T');
  await expect(row).toContainText('Ctrl+Shift+T does not work');
  expect(await registered()).toEqual([]);
  await choose('Control+Shift+Y');
  await expect(row).not.toContainText('does not work');
  await expect.poll(registered).toEqual(['CmdOrCtrl+Shift+Y']);
  await capturePage(app, () =>
    app.evaluate(() => (globalThis as unknown as Registered).registered.get('CmdOrCtrl+Shift+Y')?.()),
  );
  await row.getByRole('button', { name: 'Reset to default: Global shortcut' }).click();
  await expect.poll(registered).toEqual([]);
});

test('the tray icon opens quick capture, and keeps the app running only when asked', async ({ launch, userData }) => {
  const once = await launch({ userData });
  const { app, page } = once;
  await app.evaluate(({ Tray }) => {
    Tray.prototype.setContextMenu = (menu) => void Object.assign(globalThis, { trayMenu: menu });
  });
  type Shown = { trayMenu?: Electron.Menu };
  const click = (label: string) =>
    app.evaluate((_electron, label) => {
      const item = (globalThis as unknown as Shown).trayMenu?.items.find((each) => each.label === label);
      item?.click();
      return item !== undefined;
    }, label);
  expect(await click('Quick capture')).toBe(false);
  await answerTo(page, 'settings:change', { trayIcon: true, runInTray: true });
  const capture = await capturePage(app, () => click('Quick capture'));
  await typeAndClose(capture, '', 'Escape');
  const gone = page.waitForEvent('close');
  await closeMain(app);
  await gone;
  await typeAndClose(await capturePage(app, () => click('Quick capture')), 'From the tray', 'Enter');
  const opened = app.waitForEvent('window');
  expect(await click('Open Once')).toBe(true);
  const main = await opened;
  await expect(today(main)).toContainText('From the tray');
  await answerTo(main, 'settings:change', { runInTray: false });
  await closeMain(app).catch(() => undefined);
  await once.ended;
});

test('the tray icon opens a window that was closed before the rest of the app was loaded', async ({
  launch,
  library,
  userData,
}) => {
  // The folders of a start; this one is not used.
  const { page, start, quit } = await launch({ userData });
  await answerTo(page, 'settings:change', { trayIcon: true, runInTray: true });
  await quit();
  const app = await launchApp(commandFor({ ...start, library, userData }), {
    beforeReady: (early) =>
      early.evaluate(({ app: main, Tray }) => {
        Tray.prototype.setContextMenu = (menu) => void Object.assign(globalThis, { trayMenu: menu });
        main.once('browser-window-created', (_event, window) => {
          window.once('closed', () => Object.assign(globalThis, { isClosedEarly: true }));
          setImmediate(() => window.close());
        });
      }),
  });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  try {
    const open = () =>
      app.evaluate(() => {
        const { trayMenu, isClosedEarly } = globalThis as unknown as { trayMenu?: Electron.Menu; isClosedEarly?: true };
        if (trayMenu === undefined || isClosedEarly === undefined) return false;
        trayMenu.items.find(({ label }) => label === 'Open Once')?.click();
        return true;
      });
    await expect.poll(open).toBe(true);
    const shown = () => app.windows().find((window) => !window.isClosed());
    await expect.poll(() => shown()?.getByRole('navigation', { name: 'Main' }).isVisible()).toBe(true);
  } finally {
    app.process().kill('SIGKILL');
    await ended;
  }
});

test('--capture opens the small window alone, and the app ends with it', async ({
  launch,
  library,
  userData,
  folder,
}) => {
  // The folders of a start; this one is not used.
  const { start, quit } = await launch({ userData });
  await quit();
  const app = await launchApp(commandFor({ ...start, library, userData, args: ['--capture'] }));
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  const capture = await app.firstWindow({ timeout: START_LIMIT_MS });
  await expect(textOf(capture)).toBeFocused();
  expect(app.windows()).toHaveLength(1);
  await typeAndClose(capture, `${CANARY} alone`, 'Enter');
  await ended;
  expect(await readOnlyCoe(library)).toMatchObject({ title: `${CANARY} alone` });
  const logs = [...filesUnder(folder)].filter(([name, bytes]) => name.includes('logs') && bytes.includes(CANARY));
  expect(logs).toEqual([]);
});

test('--capture opens the small window of an app that already runs', async ({ once }) => {
  const { program, args, env } = commandFor({ ...once.start, args: ['--capture'] });
  const capture = await capturePage(once.app, async () => {
    const second = spawn(program, args, { env, stdio: 'ignore' });
    await new Promise((resolve) => second.once('exit', resolve));
  });
  await typeAndClose(capture, 'Handed over', 'Enter');
  await once.page.keyboard.press('Control+1');
  await expect(today(once.page)).toContainText('Handed over');
});

test('the window may only capture: every other channel is refused', async ({ once }) => {
  const capture = await byKeys(once);
  const { coe, library } = await createCoe(once.page, {
    kind: 'outage',
    title: CANARY,
    happened: { precision: 'unknown', value: '' },
  });
  const refused = { ok: false, error: { kind: 'invalid-request', detail: 'not for this window' } };
  expect(await ask(capture, 'coe:open', { id: coe.id })).toEqual(refused);
  expect(await ask(capture, 'coe:delete', { id: coe.id, library })).toEqual(refused);
  expect(await ask(capture, 'today:read', {})).toEqual(refused);
  expect(await ask(capture, 'settings:change', { trayIcon: true })).toEqual(refused);
  expect(await ask(once.page, 'capture:read', {})).toEqual(refused);
  // It listens before anything is announced.
  await capture.evaluate(() => {
    const { once } = window as unknown as {
      once: { on: (name: string, listener: (payload: unknown) => void) => void };
    };
    const heard: string[] = [];
    Object.assign(globalThis, { heard });
    for (const name of ['coes:changed', 'command', 'settings:changed']) once.on(name, () => heard.push(name));
  });
  await answerTo(once.page, 'coe:delete', { id: coe.id, library });
  await answerTo(once.page, 'settings:change', { theme: 'dark' });
  const heard = () => capture.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(['settings:changed']);
});

test('the window has the same sandbox and policy as the main one, and does not navigate away', async ({
  launch,
  userData,
}) => {
  // Alone: the text that it leaves would be in the window for the next test.
  const once = await launch({ userData });
  const capture = await byKeys(once);
  const preferences = await once.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      type Contents = { getLastWebPreferences: () => Record<string, unknown> };
      const given = (window.webContents as unknown as Contents).getLastWebPreferences();
      const names = ['sandbox', 'contextIsolation', 'nodeIntegration', 'webSecurity', 'webviewTag', 'disableDialogs'];
      return names.map((name) => [name, given[name]]);
    }),
  );
  expect(preferences).toHaveLength(2);
  expect(preferences[0]).toEqual(preferences[1]);
  expect(Object.fromEntries(preferences[0] as [string, unknown][])).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
  await capture.keyboard.type('Still here');
  const tried = await capture.evaluate(async () => {
    const refused = new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
    });
    await fetch('app://once/index.html').catch(() => undefined);
    window.open('https://example.org/');
    window.location.assign('https://example.org/');
    window.location.assign('app://once/index.html');
    return { refused: await refused, hasNode: 'process' in window || 'require' in window };
  });
  expect(tried).toEqual({ refused: 'connect-src', hasNode: false });
  // Asked by main: Playwright waits for the navigations that were refused.
  const shown = await once.app.evaluate(({ BrowserWindow }) =>
    Promise.all(
      BrowserWindow.getAllWindows().map(async ({ webContents }) => {
        const text: unknown = await webContents.executeJavaScript(`document.querySelector('textarea')?.value`);
        return `${webContents.getURL().replace(/#.*/, '')} ${String(text)}`;
      }),
    ),
  );
  expect(shown.toSorted()).toEqual(['app://once/capture.html Still here', 'app://once/index.html undefined']);
});
