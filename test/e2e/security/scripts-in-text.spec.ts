import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { coeFullOf } from '#test/support/coe-full-of.ts';
import { hostileTexts, RAN } from '#test/support/hostile-texts.ts';

import { expect, type OnceProcess, test } from '../support/app.ts';
import { answerDialogs, shownDialogs } from '../support/answer-dialogs.ts';
import { answerTo, ask, openLibrary } from '../support/ask.ts';
import { type CountingServer, startCounting } from '../support/counting-server.ts';
import { drawn, untilComplete, untilQuiet } from '../support/until-quiet.ts';
import { showWhole, startCoe } from '../support/writing.ts';
import { type Watch, watchPage } from '../support/watch-page.ts';

/**
 * In the long form each text has a COE of its own opened in the editor; otherwise ten share one, a row and a section
 * each.
 */
const LONG = process.env['ONCE_LONG'] === '1';
const SHARING = LONG ? 1 : 10;

/**
 * Every text is tried with the policy taken away, to see that the code does not lean on it. As the app ships, a script has
 * one more obstacle, so there every fifth text is enough in the short form. The code of the page is the same in the
 * package, so there it is tried as it ships.
 */
const POLICIES = ['with the policy', 'without the policy'] as const;
for (const policy of process.env['ONCE_PACKAGED'] === '1' ? POLICIES.slice(0, 1) : POLICIES) {
  const tag = policy === 'without the policy' ? '@engines' : [];
  const every = LONG || policy === 'without the policy' ? 1 : 5;
  test.describe(`a script in a text does not run, ${policy}`, { tag }, () => {
    let server: CountingServer;
    let texts: string[];
    test.beforeAll(async () => {
      server = await startCounting();
      texts = hostileTexts(`http://127.0.0.1:${server.port}/`)
        .map(({ text }) => text)
        .filter((_, index) => index % every === 0);
    });
    // By then every app has ended: nothing more can arrive.
    test.afterAll(async () => {
      expect(await server.allArrivals()).toBe(0);
      await server.close();
    });
    test.describe.configure({ timeout: LONG ? 1_800_000 : 600_000 });

    /** Starts the app, and watches its page from a fresh load on, so that what was asked for is in force. */
    const begin = async (
      launch: (start: { withoutPolicy: boolean; args: string[]; library?: string }) => Promise<OnceProcess>,
      library?: string,
    ): Promise<OnceProcess & { watch: Watch }> => {
      const once = await launch({
        withoutPolicy: policy === 'without the policy',
        // Chromium ignores a page that changes its address more than 200 times in ten seconds, as these tests do.
        args: ['--disable-ipc-flooding-protection'],
        ...(library === undefined ? {} : { library }),
      });
      await answerDialogs(once.app, 'Cancel');
      await once.page.reload();
      await expect(once.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
      return { ...once, watch: watchPage(once.page) };
    };

    /** Nothing ran, nothing was fetched, nobody was led anywhere and no link was opened. */
    const nothingHappened = async (
      { app, page, watch }: { app: ElectronApplication; page: Page; watch: Watch },
      where: string,
    ) => {
      await drawn(page);
      await untilQuiet(app);
      expect(await watch.hasRun(), `something ran: ${where}`).toBe(false);
      expect(watch.requests, where).toEqual([]);
      expect(watch.navigations, where).toEqual([]);
      expect(await shownDialogs(app), where).toEqual([]);
      expect(await server.allArrivals(), where).toBe(0);
    };

    test('as a control, a script that runs is detected', { tag: '@engines' }, async ({ launch }) => {
      const { app, page, watch } = await begin(launch);
      await page.evaluate((text) => {
        const place = document.createElement('div');
        document.body.append(place);
        try {
          place.innerHTML = text;
        } catch {
          // Trusted Types
        }
        const handler = document.createElement('img');
        document.body.append(handler);
        handler.setAttribute('src', 'x');
        try {
          handler.setAttribute('onerror', 'self.ran=1');
        } catch {
          // Trusted Types
        }
      }, `<img src=y onerror=self.${RAN}=1>`);
      await expect.poll(() => watch.requests.length).toBeGreaterThan(0);
      // The handler runs after the picture was asked for and has failed.
      if (policy === 'without the policy') await expect.poll(() => watch.hasRun()).toBe(true);
      await untilQuiet(app);
      expect(await watch.hasRun()).toBe(policy === 'without the policy');
    });

    test('from a file, wherever it is shown', async ({ launch, library }) => {
      const coes = texts.map((text, index) => coeFullOf([text], index + 1, `needle${index + 1}x`));
      const shared: Coe[] = [];
      for (let at = 0; at < texts.length; at += SHARING) {
        shared.push(coeFullOf(texts.slice(at, at + SHARING), 5000 + at, 'shared'));
      }
      for (const coe of [...coes, ...shared]) {
        await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
      }
      const once = await begin(launch);
      const { page } = once;
      const list = page.getByRole('list', { name: 'COEs' });
      for (const [index, text] of texts.entries()) {
        await goTo(page, `/coes?q=needle${index + 1}x`);
        const found = list.locator('mark').first();
        await expect.poll(() => found.textContent(), { message: text, intervals: [20] }).toBe(`needle${index + 1}x`);
      }
      await nothingHappened(once, 'the list and what was found');
      for (const coe of shared) {
        await goTo(page, `/coes/${coe.id}`);
        await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(lineOf(coe.title));
        if (coe === shared[0]) {
          // The others open as a whole, which shows the parts of the guided view too.
          await nothingHappened(once, 'the guided view');
          await showWhole(page);
          await answerTo(page, 'settings:change', { editorView: 'whole' });
        }
        await expect(page.getByRole('textbox', { name: 'What did you learn?', exact: true })).toBeVisible();
        await page
          .getByRole('region', { name: 'Additional context', exact: true })
          .getByRole('textbox')
          .first()
          .hover();
        await nothingHappened(once, `the editor: ${coe.title}`);
      }
      for (const screen of ['actions', 'themes', 'coes', 'trash', 'settings', 'handbook']) {
        await goTo(page, `/${screen}`);
        await scrollThrough(page);
        await nothingHappened(once, screen);
      }
      const handle = await openLibrary(page);
      for (const coe of coes.slice(0, 20)) await ask(page, 'coe:delete', { library: handle, id: coe.id });
      await goTo(page, '/trash');
      await scrollThrough(page);
      await goTo(page, '/coes');
      await page.keyboard.press('Control+p');
      await page.keyboard.type('img');
      const palette = page.getByRole('dialog', { name: 'Go to anything' });
      await expect(palette.getByRole('option', { name: 'img' }).first()).toBeVisible();
      await nothingHappened(once, 'the trash and the palette');
    });

    test('from a saved chart', async ({ launch, library, folder }) => {
      for (const [index, text] of texts.entries()) {
        // Two COEs to a condition, so that it becomes a bar with a label.
        for (const number of [index * 2 + 1, index * 2 + 2]) {
          const coe = coeFullOf([text], number);
          await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
        }
      }
      const once = await begin(launch);
      const { app, page } = once;
      const saved = path.join(folder, 'saved');
      await mkdir(saved);
      await goTo(page, '/themes');
      await expect(page.getByRole('figure').first()).toBeVisible();
      await untilComplete(page);
      const figures = await page
        .getByRole('figure')
        .filter({ has: page.locator('svg[width]') })
        .all();
      let pictures = 0;
      for (const figure of figures) {
        const button = figure.getByRole('button', { name: 'Save' });
        if ((await button.count()) === 0) continue;
        const file = path.join(saved, `<img src=x onerror=self.ran=1> ${(pictures += 1)}.svg`);
        await answerDialogs(app, 'Cancel', file);
        await button.click();
        const drawing = page.getByRole('menuitem', { name: 'Drawing (SVG)' });
        if ((await drawing.getAttribute('aria-disabled')) === 'true') await page.keyboard.press('Escape');
        else {
          await drawing.click();
          await expect.poll(() => existsSync(file)).toBe(true);
        }
      }
      const names = await readdir(saved);
      expect(names.length).toBeGreaterThan(0);
      await nothingHappened(once, 'the charts');
      for (const name of names) {
        const text = await readFile(path.join(saved, name), 'utf8');
        expect(text).not.toMatch(/<(?:script|foreignObject|image|iframe|a|use|animate|set)[\s>]/i);
        expect(await ranInBrowser(app, text), name).toBe(false);
      }
      expect(await server.allArrivals()).toBe(0);
    });

    test('from an error message, a file name or the library name', async ({ launch, folder }) => {
      const library = path.join(folder, '<img src=x onerror=self.ran=1>');
      await mkdir(path.join(library, 'coes'), { recursive: true });
      for (const [index, text] of texts.entries()) {
        const name = text.replaceAll(/[/\0]/g, '').slice(0, 80);
        const broken = { ...coeFullOf([text], index + 1), severity: text, [text]: text };
        await writeFile(path.join(library, 'coes', `${index}${name}.json`), JSON.stringify(broken));
        await writeFile(path.join(library, 'coes', `${broken.id}.json`), JSON.stringify(broken).slice(index % 7));
      }
      const once = await begin(launch, library);
      await expect(once.page.getByText(/files could not be read/)).toBeVisible();
      await goTo(once.page, '/problems');
      await expect(once.page.getByText('.json').first()).toBeVisible();
      await scrollThrough(once.page);
      await nothingHappened(once, 'the problems');
      const handle = await openLibrary(once.page);
      for (const text of texts) {
        await ask(once.page, 'coe:open', { id: text });
        await ask(once.page, 'trash:restore', { library: handle, trashId: text.slice(0, 200) });
        await ask(once.page, 'problems:reveal', { fileName: text });
      }
      await nothingHappened(once, 'refusals');
    });

    test('from the page address or the search', async ({ launch, library }) => {
      const coe = coeFullOf(texts.slice(0, 1), 1);
      await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
      const once = await begin(launch);
      const { page } = once;
      // One kind of address after the other, because it costs more to change the screen than what is on it.
      await goTo(page, ...texts.map((text) => `/coes?q=${encodeURIComponent(text)}`));
      await goTo(page, ...texts.map((text) => `/coes/${encodeURIComponent(text)}`));
      await goTo(page, ...texts.map((text) => `/${text}`));
      // A search that is typed while the page still follows an address is replaced by that address: the last one has a
      // search of its own, by which it is known to have arrived.
      await goTo(page, '/coes?q=last');
      const search = page.getByRole('searchbox', { name: 'Search COEs' });
      await expect(search).toHaveValue('last');
      for (const text of texts) {
        await search.fill(text);
        const searched = await search.inputValue();
        await expect.poll(() => searchedFor(page), { intervals: [20] }).toBe(searched);
      }
      await nothingHappened(once, 'addresses');
    });

    test('when typed, pasted or dropped', async ({ launch }) => {
      const once = await begin(launch);
      const { page } = once;
      await startCoe(page, 'Outage', 'Pasted', 'yesterday');
      await showWhole(page);
      const title = page.getByRole('textbox', { name: 'Title', exact: true });
      const prose = page.getByRole('textbox', { name: 'Additional context', exact: true });
      for (const [index, text] of texts.entries()) {
        await title.fill(text);
        await prose.evaluate(handOver, {
          types: ['text/html', 'text/plain', 'text/uri-list', 'application/x-lexical-editor'],
          text,
          how: index % 2 === 0 ? 'paste' : 'drop',
        } as const);
        if (index % 10 === 9) {
          await nothingHappened(once, `pasted up to ${text}`);
          await prose.focus();
          await page.keyboard.press('Control+a');
          await page.keyboard.press('Delete');
        }
      }
      await nothingHappened(once, 'pasted');
    });
  });
}

/** Text as a field of one line shows it. */
const lineOf = (text: string): string => text.replaceAll(/[\r\n]/g, '');

/** Goes to one address after the other, to the next one when the page has drawn what it knows by then. */
const goTo = (page: Page, ...addresses: readonly string[]): Promise<void> =>
  page.evaluate(async (addresses) => {
    for (const address of addresses) {
      window.location.hash = `#${address}`;
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  }, addresses);

/** The search that the address of the page holds. */
const searchedFor = (page: Page): string => new URLSearchParams(page.url().split('?')[1]).get('q') ?? '';

/** Shows every row of the longest list on the screen, at least in passing. */
async function scrollThrough(page: Page): Promise<void> {
  await untilComplete(page);
  await page.evaluate(async () => {
    for (const element of document.querySelectorAll('*')) {
      for (let at = 0; at < element.scrollHeight && element.scrollHeight > element.clientHeight + 40; at += 600) {
        element.scrollTop = at;
        if (element.scrollTop < at - 600) break;
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    }
  });
}

/** Pastes or drops a text as each of the types, as a browser hands it over, a frame apart. Runs in the page. */
async function handOver(
  target: Element,
  { types, text, how }: { types: readonly string[]; text: string; how: 'paste' | 'drop' },
): Promise<void> {
  for (const type of types) {
    const data = new DataTransfer();
    data.setData(type, text);
    if (type === 'text/html') data.setData('text/plain', text);
    (target as HTMLElement).focus();
    const { left, top } = target.getBoundingClientRect();
    target.dispatchEvent(
      how === 'paste'
        ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
        : new DragEvent('drop', {
            dataTransfer: data,
            bubbles: true,
            cancelable: true,
            clientX: left + 5,
            clientY: top + 5,
          }),
    );
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** Whether a script in an SVG runs when a person opens the file in a browser, which has no policy of ours. */
const ranInBrowser = (app: ElectronApplication, svg: string): Promise<boolean> =>
  app.evaluate(async ({ BrowserWindow }, text) => {
    const browser = new BrowserWindow({ show: false, webPreferences: { partition: 'a-browser', sandbox: true } });
    await browser.loadURL(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
    const ran: unknown = await browser.webContents.executeJavaScript('"ran" in globalThis');
    browser.destroy();
    return ran === true;
  }, svg);
