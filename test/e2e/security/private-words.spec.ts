import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { coeFullOf } from '#test/support/coe-full-of.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, type OnceProcess, test } from '../support/app.ts';
import { answerDialogs, shownDialogs } from '../support/answer-dialogs.ts';
import { answerTo, ask } from '../support/ask.ts';
import { saved, startCoe, writeProse } from '../support/writing.ts';

/** Words that stand nowhere else. Wherever one is found, somebody's words got there. */
const TITLE = 'canarytitlefifteen';
const PROSE = 'canaryproseseventeen';
const FOLDER = 'canaryfoldernineteen';
const CAPTURE = 'canarycapturetwentythree';

/**
 * Where words of COEs are meant to be: the catalogue and the index of each library, the journal of unsaved words,
 * histories.
 */
const MEANT = /^(?:libraries|journal|examples|chromium[/\\](?:Session Storage|Local Storage))(?:[/\\]|$)/;

/** Every file under a folder, with where it lies in it. */
async function filesIn(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** The files in which a word stands, as bytes of UTF-8 or UTF-16. */
async function filesWith(folder: string, words: readonly string[], except = /^$/): Promise<string[]> {
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    if (except.test(file)) continue;
    const bytes = await readFile(path.join(folder, file)).catch(() => Buffer.alloc(0));
    const has = words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')));
    if (has || words.some((word) => file.includes(word))) found.push(file);
  }
  return found;
}

/** What the app prints from now on. */
function listen({ app }: OnceProcess): () => string {
  let printed = '';
  const running = app.process();
  running.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  running.stderr?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return () => printed;
}

test.describe('private text stays out of', () => {
  test('logs, settings, output and all other files, even after failures', async ({ launch, folder, userData }) => {
    const library = path.join(folder, FOLDER);
    await mkdir(path.join(library, 'coes'), { recursive: true });
    const broken = coeFullOf([`${TITLE} broken`], 1);
    await writeFile(path.join(library, 'coes', `${broken.id}.json`), JSON.stringify({ ...broken, severity: TITLE }));
    await writeFile(path.join(library, 'coes', `${testId(2)}.json`), `{"title": "${TITLE}`);
    await writeFile(path.join(library, 'coes', `${TITLE}.json`), `\uFEFF{"${TITLE}": ${TITLE}}`);

    const running = await launch({ library });
    const printed = listen(running);
    const { app, page } = running;
    await answerDialogs(app, 'Cancel', path.join('/proc/nowhere', `${TITLE}.json`));
    await startCoe(page, 'Outage', TITLE, 'yesterday');
    await writeProse(page, 'Additional context', PROSE);
    await saved(page);
    const id = /[0-9A-Z]{26}/.exec(page.url())?.[0] ?? '';
    const { coe: file, library: handle } = await answerTo(page, 'coe:open', { id });
    // Requests that cannot be, copies that cannot be written, bugs in the page and in main, a page that dies.
    await ask(page, 'coe:save', { library: handle, coe: { ...file, severity: PROSE } as never, base: TITLE });
    await ask(page, 'coe:save-copy', { coe: file });
    await ask(page, 'chart:save', { format: 'csv', title: TITLE, text: PROSE });
    await ask(page, 'coe:open', { id: TITLE });
    await ask(page, 'trash:restore', { library: handle, trashId: TITLE });
    await ask(page, 'problems:reveal', { fileName: TITLE });
    // What was typed in a form, and requests about one that cannot be.
    const words = { is: 'answer', form: 'answer', text: PROSE } as const;
    await answerTo(page, 'journal:save-unsent', { library: handle, coeId: id, about: TITLE, words });
    await ask(page, 'journal:save-unsent', { library: handle, coeId: TITLE, about: PROSE, words });
    await ask(page, 'people:save-unsent', { person: TITLE, share: PROSE, about: PROSE, event: PROSE as never });
    await ask(page, 'link:open', { url: `javascript:${PROSE}` });
    const cries: string[] = [];
    page.on('pageerror', ({ message }) => cries.push(message));
    await page.evaluate((word) => {
      setTimeout(() => {
        throw new Error(word);
      });
      void Promise.reject(new Error(word));
      console.error(word);
    }, PROSE);
    await app.evaluate(({ ipcMain }, word) => {
      ipcMain.removeHandler('coes:facets');
      void Promise.reject(new Error(word)).catch(() => undefined);
    }, PROSE);
    await page.evaluate(() => window.location.assign('#/coes'));
    await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(1);
    await expect.poll(() => cries.filter((cry) => cry.includes(PROSE))).toHaveLength(2);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(async () => (await shownDialogs(app)).length).toBeGreaterThan(0);
    expect(JSON.stringify(await shownDialogs(app))).not.toMatch(new RegExp(`${TITLE}|${PROSE}`));
    await running.quit();

    const canaries = [TITLE, PROSE];
    expect(await filesIn(path.join(userData, 'logs'))).toContain('once.log');
    expect(await filesWith(path.join(userData, 'logs'), [...canaries, FOLDER])).toEqual([]);
    expect(await filesWith(userData, canaries, MEANT)).toEqual([]);
    expect(await filesWith(path.join(folder, 'home'), canaries)).toEqual([]);
    // The page's own cry in the console is Chromium's to print, in development; the app itself says nothing.
    expect(printed()).not.toContain(TITLE);
  });

  test('logs, titles, output and other files while it is typed into quick capture', async ({
    launch,
    folder,
    userData,
  }) => {
    const running = await launch();
    const printed = listen(running);
    const { app, page } = running;
    const opened = app.waitForEvent('window');
    await page.keyboard.press('Control+Shift+N');
    const capture = await opened;
    const text = capture.getByRole('textbox', { name: 'What happened?' });
    await expect(text).toBeFocused();
    await capture.keyboard.type(`${CAPTURE} and a mistaek`);
    await expect
      .poll(() => capture.evaluate(() => CSS.highlights.get('once-misspelling')?.size ?? 0))
      .toBeGreaterThan(0);
    const titles = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => window.getTitle()),
    );
    expect(titles.join()).not.toContain(CAPTURE);
    // A request that cannot be, and one that this window may not make.
    await ask(capture, 'capture:change', { text: CAPTURE, kind: CAPTURE } as never);
    await ask(capture, 'coe:open', { id: CAPTURE });
    const closed = capture.waitForEvent('close');
    await capture.keyboard.press('Escape').catch(() => undefined);
    await closed;
    await running.quit();
    expect(await filesIn(path.join(userData, 'logs'))).toContain('once.log');
    expect(await filesWith(userData, [CAPTURE], MEANT)).toEqual([]);
    expect(await filesWith(path.join(folder, 'home'), [CAPTURE])).toEqual([]);
    expect(printed()).not.toContain(CAPTURE);
  });

  test('the window title, unless allowed in the settings', async ({ once }) => {
    const { app, page } = once;
    const titles = (): Promise<string[]> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()));
    await startCoe(page, 'Outage', TITLE, 'yesterday');
    await writeProse(page, 'Additional context', PROSE);
    await saved(page);
    expect(await titles()).toEqual(['Once']);
    await answerTo(page, 'settings:change', { titleInWindow: true });
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('link', { name: TITLE }).click();
    await expect.poll(async () => (await titles()).join()).toContain(TITLE);
    await answerTo(page, 'settings:change', { titleInWindow: false });
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('link', { name: TITLE }).click();
    await expect.poll(titles).toEqual(['Once']);
  });

  test('notifications, recent documents, the tray and the clipboard', async ({ once }) => {
    const { app, page } = once;
    await app.evaluate(({ app: electronApp, clipboard, Notification, Tray }) => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      clipboard.writeText('what was copied before');
      electronApp.addRecentDocument = (document) => void told.push(`recent ${document}`);
      Notification.prototype.show = () => void told.push('notification');
      Tray.prototype.setTitle = () => void told.push('tray');
    });
    await startCoe(page, 'Outage', TITLE, 'yesterday');
    await writeProse(page, 'Additional context', PROSE);
    await saved(page);
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('link', { name: 'Themes' }).click();
    const told = await app.evaluate(({ clipboard }) => ({
      told: (globalThis as { told?: string[] }).told,
      copied: clipboard.readText(),
    }));
    expect(told).toEqual({ told: [], copied: 'what was copied before' });
  });

  test('crash reports: none is written or sent', async ({ once, userData }) => {
    const found = await once.app.evaluate(({ app, crashReporter }) => ({
      // Asking for its parameters throws while it has not been started.
      started: (() => {
        try {
          return crashReporter.getUploadToServer();
        } catch {
          return false;
        }
      })(),
      dumps: app.getPath('crashDumps'),
    }));
    expect(found.started).toBe(false);
    await answerDialogs(once.app, 'Quit');
    await once.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await once.ended;
    expect((await filesIn(found.dumps)).filter((name) => name.endsWith('.dmp'))).toEqual([]);
    expect((await filesIn(userData)).filter((name) => name.endsWith('.dmp'))).toEqual([]);
  });
});
