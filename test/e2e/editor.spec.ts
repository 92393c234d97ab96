import type { ElectronApplication, Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, readOnlyCoe, test } from './support/app.ts';
import { holdFrames } from './support/hold-frames.ts';
import { holdTime } from './support/hold-time.ts';
import { drawn } from './support/until-quiet.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { goToSection, openSection, saved, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

/** Puts HTML on the system's clipboard by selecting and copying it in a window of its own. */
async function copyAsWebPage(app: ElectronApplication, html: string): Promise<void> {
  await app.evaluate(async ({ BrowserWindow, clipboard }, text) => {
    const browser = new BrowserWindow({ show: false, webPreferences: { partition: 'a-browser' } });
    await browser.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(text)}`);
    clipboard.clear();
    await browser.webContents.executeJavaScript('getSelection().selectAllChildren(document.body)');
    browser.webContents.copy();
    Object.assign(globalThis, { browser });
  }, html);
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).not.toBe('');
  await app.evaluate(() => (globalThis as unknown as { browser: Electron.BrowserWindow }).browser.destroy());
}

/** Where the formatting bar begins. */
const topOfBar = async (page: Page): Promise<number> => (await page.getByRole('toolbar').boundingBox())?.y ?? 0;

test('Guided view leads through all ten sections and saves on the way', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Career setback', 'Passed over in spring');
  await expect(page.getByRole('region', { name: 'Additional context' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What was the impact?' })).toHaveCount(0);
  for (let place = 2; place <= 10; place += 1) {
    await page.getByRole('button', { name: /^Next: / }).click();
    await expect(page.getByText(`${place} of 10`, { exact: true })).toBeVisible();
  }
  const last = "What are you going to do so it doesn't happen again?";
  await expect(page.getByRole('region', { name: last })).toBeVisible();
  await writeProse(page, last, 'I ask every second month.');
  await page.getByRole('button', { name: /^Back: / }).click();
  await saved(page);
  await expect.poll(async () => (await readOnlyCoe(library)).sections.actions.prose).toBe('I ask every second month.');
});

test('the outline says which sections are empty, started, done or skipped', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Search was slow');
  const outline = page.getByRole('navigation', { name: 'Outline' });
  await expect(outline.getByRole('button', { name: 'Additional context empty' })).toBeVisible();
  await writeProse(page, 'Additional context', 'Short.');
  await expect(outline.getByRole('button', { name: 'Additional context started' })).toBeVisible();
  await page.keyboard.type(
    ' Search serves every page of the shop, and on that morning a new index had just been built.',
  );
  await expect(outline.getByRole('button', { name: 'Additional context done' })).toBeVisible();
  await outline.getByRole('button', { name: /How did you mitigate it/ }).click();
  await page.getByRole('button', { name: 'Skip this section' }).click();
  await expect(outline.getByRole('button', { name: 'How did you mitigate it? skipped' })).toBeVisible();
  await saved(page);
  await expect.poll(async () => (await readOnlyCoe(library)).sections.mitigated.skipped).toBe(true);
});

test('undo history belongs to one COE and survives navigation', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'First of two');
  const pause = await holdTime(page);
  await writeProse(page, 'Additional context', 'kept words');
  await saved(page);
  await pause(5000);
  await page.keyboard.type(' and more');
  await saved(page);
  await page.getByRole('link', { name: 'COEs' }).click();
  await startCoe(page, 'Other mistake', 'Second of two');
  await page.getByRole('textbox', { name: 'Additional context' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Second of two');
  await page.getByRole('link', { name: 'COEs' }).click();
  await page.getByRole('link', { name: 'First of two' }).click();
  await page.getByRole('textbox', { name: 'Additional context' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('kept words');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('kept words and more');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () =>
      [...(await readCoeFiles(library)).values()]
        .map((file) => (file as unknown as Coe).sections.context.prose)
        .toSorted(),
    )
    .toEqual(['', 'kept words']);
});

test('removing a row can be undone', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'A row too few');
  await showWhole(page);
  await (await openSection(page, '5 whys')).getByRole('button', { name: 'Add why' }).click();
  await page.keyboard.type('Because of this');
  await page.getByRole('button', { name: 'More for why 1' }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await expect(page.getByRole('textbox', { name: 'Why 1', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('textbox', { name: 'Why 1', exact: true })).toHaveValue('Because of this');
});

test('letters after an undo that removed the row in use begin a row of their own', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'One undo too many');
  await goToSection(page, '5 whys');
  const why = (path: string) => page.getByRole('textbox', { name: `Why ${path}`, exact: true });
  await page.getByRole('button', { name: 'Add why' }).click();
  await expect(why('1')).toBeFocused();
  await page.keyboard.type('Kept');
  await page.keyboard.press('Enter');
  await expect(why('1.1')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(why('1.1')).toHaveCount(0);
  await expect(page.locator('li:focus, ul:focus')).toHaveCount(1);
  await page.keyboard.type('Another');
  await expect(why('2')).toHaveValue('Another');
  await expect(why('1')).toHaveValue('Kept');
  await expect(page.getByRole('textbox', { name: '5 whys', exact: true })).toHaveText('');

  // A list without a row is hidden: the button below it has the focus.
  await goToSection(page, 'Actions');
  const action = page.getByRole('textbox', { name: 'Action 1', exact: true });
  await page.getByRole('button', { name: 'Add action' }).click();
  await expect(action).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Add action' })).toBeFocused();
  await page.keyboard.type('Check');
  await expect(action).toHaveValue('Check');
});

test('letters in the same frame as an undo that removed the row in use begin a row too', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'One undo too many');
  await goToSection(page, '5 whys');
  const why = (path: string) => page.getByRole('textbox', { name: `Why ${path}`, exact: true });
  await page.getByRole('button', { name: 'Add why' }).click();
  await expect(why('1')).toBeFocused();
  await page.keyboard.type('Kept');
  await page.keyboard.press('Enter');
  await expect(why('1.1')).toBeFocused();
  const release = await holdFrames(page);
  await page.keyboard.press('Control+z');
  // A person holds Shift for the first letter, which is a key of its own.
  await page.keyboard.press('Shift+A');
  await page.keyboard.type('nother');
  await release();
  await expect(why('2')).toHaveValue('Another');
  await expect(why('1')).toHaveValue('Kept');
  await expect(page.getByRole('textbox', { name: '5 whys', exact: true })).toHaveText('');
});

test('words that begin a row of the timeline are what happened, not when', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'One undo too many');
  await goToSection(page, 'Timeline');
  const field = (name: string) => page.getByRole('textbox', { name: `${name}, timeline entry 1`, exact: true });
  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  await expect(field('When')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: 'Add timeline entry' })).toBeFocused();
  await page.keyboard.type('Rolled back');
  await expect(field('What happened')).toHaveValue('Rolled back');
  await expect(field('When')).toHaveValue('');
});

test('the caret is back where it was in the text when Find closes', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Looked up');
  const text = page.getByRole('textbox', { name: 'Additional context' });
  await writeProse(page, 'Additional context', 'The queue stopped.');
  for (let step = 0; step < ' stopped.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: 'Find in this COE' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('search', { name: 'Find in this COE' })).toHaveCount(0);
  await expect(text).toBeFocused();
  await page.keyboard.type(' of mails');
  await expect(text).toHaveText('The queue of mails stopped.');

  // The browser tells of a move of the caret later; by then the focus may have gone on already.
  await page.keyboard.press('Control+f');
  await text.click();
  await text.evaluate((element) => {
    const words = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    getSelection()?.setPosition(words, 'The'.length);
    element.ownerDocument.querySelector<HTMLElement>('search input')?.focus();
  });
  await page.keyboard.press('Escape');
  await expect(text).toBeFocused();
  await page.keyboard.type(' second');
  await expect(text).toHaveText('The second queue of mails stopped.');
});

test('text pasted from a web page keeps its structure and nothing else', async ({ launch, library }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'Pasted');
  // The page's own clipboard is refused it; a page beside ours stands in for the browser that was copied from.
  await copyAsWebPage(
    app,
    '<div style="color:red"><h2 class="x">Facts</h2><p onclick="alert(1)">One <b>bold</b> word<script>window.pwned=1</script></p><ul><li>a</li><li>b</li></ul><a href="javascript:alert(1)">no</a></div>',
  );
  await page.getByRole('textbox', { name: 'Additional context' }).click();
  await page.keyboard.press('Control+v');
  const proseOf = async (): Promise<string> => (await readOnlyCoe(library)).sections.context.prose;
  await expect.poll(proseOf).toContain('## Facts');
  const prose = await proseOf();
  expect(prose).toContain('One **bold** word');
  expect(prose).toContain('- a\n- b');
  expect(prose).not.toContain('javascript');
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
});

test('a COE can be started, written and saved without a mouse', { tag: '@packaged' }, async ({ launch, library }) => {
  const { page } = await launch();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New COE' }).getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Late for the recital');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Outage' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Missed event' })).toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Late for the recital');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toBeFocused();
  await page.keyboard.type('Written without a mouse.');
  await page.keyboard.press('Control+s');
  await saved(page);
  await expect
    .poll(async () => {
      const { kind, title, sections } = await readOnlyCoe(library);
      return [kind, title, sections.context.prose];
    })
    .toEqual(['missed-event', 'Late for the recital', 'Written without a mouse.']);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('list', { name: 'COEs' })).toBeVisible();
});

test('F6 goes through every region of the editor and comes round to the text', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'By keyboard alone');
  const text = page.getByRole('textbox', { name: 'Additional context' });
  const regionInUse = () =>
    page.evaluate(() => {
      const region = document.activeElement?.closest('[data-region]');
      return region?.getAttribute('aria-label') ?? region?.localName;
    });
  await expect(text).toBeFocused();
  for (const name of ['Questions that may help', 'Seen before', 'Checks', 'Main', 'main', 'header', 'Outline']) {
    await page.keyboard.press('F6');
    await expect.poll(regionInUse).toBe(name);
  }
  await page.keyboard.press('F6');
  await expect(text).toBeFocused();
  for (const name of ['Outline', 'header', 'main', 'Main', 'Checks', 'Seen before', 'Questions that may help']) {
    await page.keyboard.press('Shift+F6');
    await expect.poll(regionInUse).toBe(name);
  }
});

test('a word of thousands of letters is drawn without kerning, and saved as it is', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A key was pasted');
  const word = 'office'.repeat(2000);
  await page.keyboard.insertText('Before it.');
  await page.keyboard.press('Enter');
  await page.keyboard.insertText(word);
  const kerning = (text: string) =>
    page.getByText(text, { exact: true }).evaluate((element) => getComputedStyle(element).fontKerning);
  expect(await kerning(word)).toBe('none');
  expect(await kerning('Before it.')).toBe('auto');
  await expect.poll(async () => (await readOnlyCoe(library)).sections.context.prose).toBe(`Before it.\n\n${word}`);
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await page.keyboard.insertText('After it.');
  await expect.poll(() => kerning('After it.')).toBe('auto');
});

test('in a small window, what opens below the header leaves it folded', async ({ once: { app, page } }) => {
  await setWindow(app, page, WINDOWS[1]);
  await startCoe(page, 'Outage', 'A full disk');
  await goToSection(page, 'Root cause');
  const height = (): Promise<number> =>
    page.locator('[data-editor] > header').evaluate((header) => header.getBoundingClientRect().height);
  await page.mouse.move(0, 0);
  const folded = await height();
  await page.getByRole('button', { name: 'Add a condition' }).press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Find or name a condition' })).toBeFocused();
  expect(await height()).toBe(folded);
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Title' }).focus();
  await expect.poll(height).toBeGreaterThan(folded);
});

test('the end of what is pasted is above the formatting bar', async ({ once: { app, page } }) => {
  await startCoe(page, 'Outage', 'A full disk');
  const lines = Array.from({ length: 60 }, (_, index) => `Line ${index} of the log`).join('\n');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), lines);
  await page.keyboard.press('ControlOrMeta+v');
  const belowBar = async (): Promise<number> => {
    const bottom = await page.getByText('Line 59 of the log').evaluate((line) => line.getBoundingClientRect().bottom);
    return bottom - (await topOfBar(page));
  };
  await expect.poll(belowBar).toBeLessThanOrEqual(0);
});

test('another size of the window keeps the caret in sight, unless it was scrolled away from', async ({ launch }) => {
  const { app, page } = await launch();
  await setWindow(app, page, WINDOWS[0]);
  await startCoe(page, 'Outage', 'Search was slow');
  const text = page.getByRole('textbox', { name: 'Additional context', exact: true });
  await text.click();
  for (let number = 1; number <= 60; number += 1) {
    await page.keyboard.insertText(`Paragraph ${number}.`);
    await page.keyboard.press('Enter');
  }
  const written = text.getByText('Paragraph 60.', { exact: true });
  await expect(written).toBeInViewport();
  await drawn(page);
  for (const window of [WINDOWS[2], WINDOWS[0]]) {
    await setWindow(app, page, window);
    await expect(written, window.name).toBeInViewport();
  }
  await page.keyboard.press('ControlOrMeta+Home');
  const first = text.getByText('Paragraph 1.', { exact: true });
  const last = text.getByText('Paragraph 40.', { exact: true });
  await expect(first).toBeInViewport();
  await last.scrollIntoViewIfNeeded();
  await expect(first).not.toBeInViewport();
  await drawn(page);
  await setWindow(app, page, WINDOWS[1]);
  await drawn(page);
  await expect(text).toBeFocused();
  await expect(first).not.toBeInViewport();
});

test('the end of one long paragraph that is pasted is above the formatting bar', async ({ once: { app, page } }) => {
  await startCoe(page, 'Outage', 'A full disk');
  const words = `${'A long log on one line. '.repeat(400)}The end.`;
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), words);
  await page.keyboard.press('ControlOrMeta+v');
  const isLastLineInSight = async (): Promise<boolean> => {
    const lastLine = await page.getByText('The end.').evaluate((line) => {
      const range = new Range();
      range.selectNodeContents(line);
      const last = [...range.getClientRects()].at(-1);
      return { top: last?.top ?? 0, bottom: last?.bottom ?? 0 };
    });
    return lastLine.top > 0 && lastLine.bottom <= (await topOfBar(page));
  };
  await expect.poll(isLastLineInSight).toBe(true);
});
