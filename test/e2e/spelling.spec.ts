import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { answerDialogs } from './support/answer-dialogs.ts';
import { answerTo } from './support/ask.ts';
import { expect, test } from './support/app.ts';
import { holdTime } from './support/hold-time.ts';
import { saved, section, showWhole, startCoe, enterTimeline, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

/**
 * Catches the menu that a right click brings up. It waits for its suggestions for as long as a busy machine takes to
 * find them; for a person it comes without them after three seconds.
 */
async function catchMenus(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const { setTimeout: after } = globalThis;
    const patient = (run: () => void, milliseconds = 0) => after(run, milliseconds === 3000 ? 60_000 : milliseconds);
    Object.assign(globalThis, { setTimeout: patient });
    const caught = globalThis as { lastMenu?: Electron.Menu };
    Menu.prototype.popup = function popup() {
      caught.lastMenu = this;
    };
  });
}
const labels = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as { lastMenu?: Electron.Menu }).lastMenu?.items.map(({ label }) => label) ?? []);
const choose = (app: ElectronApplication, label: string): Promise<void> =>
  app.evaluate((_electron, wanted) => {
    const { lastMenu } = globalThis as { lastMenu?: Electron.Menu };
    lastMenu?.items.find((item) => item.label === wanted)?.click();
  }, label);

/** The words that are marked. */
const marked = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...(CSS.highlights.get('once-misspelling') ?? [])].map((range) => range.toString()));

/** Where a marked word is on the screen, once it is marked. */
async function pointOf(page: Page, word: string): Promise<{ x: number; y: number }> {
  const found = await page.waitForFunction((wanted) => {
    const ranges = [...(CSS.highlights.get('once-misspelling') ?? [])];
    const found = ranges.find((range) => range.toString() === wanted) as Range | undefined;
    const box = found?.getBoundingClientRect();
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, word);
  return (await found.jsonValue()) as { x: number; y: number };
}

/** Right-clicks a marked word and chooses from the menu. */
async function chooseFor(app: ElectronApplication, page: Page, word: string, label: string): Promise<void> {
  await app.evaluate(() => delete (globalThis as { lastMenu?: Electron.Menu }).lastMenu);
  const { x, y } = await pointOf(page, word);
  await page.mouse.click(x, y, { button: 'right' });
  await expect.poll(() => labels(app)).toContain(label);
  await choose(app, label);
}

const prose = (page: Page) =>
  section(page, 'Additional context').getByRole('textbox', { name: 'Additional context', exact: true });

test(
  'a misspelled word in prose is underlined, corrected from the menu, and the correction can be undone',
  { tag: '@packaged' },
  async ({ launch }) => {
    const { app, page } = await launch();
    await catchMenus(app);
    await startCoe(page, 'Other mistake', 'Spelling');
    const pause = await holdTime(page);
    await writeProse(page, 'Additional context', 'A mistaek was made, and mistaek');
    // The last one is still being typed.
    await expect.poll(() => marked(page)).toEqual(['mistaek']);
    await page.keyboard.type(' again on db42.');
    await expect.poll(() => marked(page)).toEqual(['mistaek', 'mistaek']);
    await saved(page);
    // Changes with no pause between them are taken back together; a person needs longer to read a menu.
    await pause(5000);
    await chooseFor(app, page, 'mistaek', 'mistake');
    await expect(prose(page)).toHaveText('A mistake was made, and mistaek again on db42.');
    await expect.poll(() => marked(page)).toEqual(['mistaek']);
    expect(await labels(app)).toEqual(expect.arrayContaining(['Add to dictionary', 'Ignore']));
    await saved(page);
    await page.keyboard.press('Control+z');
    await expect(prose(page)).toHaveText('A mistaek was made, and mistaek again on db42.');
    await expect.poll(() => marked(page)).toEqual(['mistaek', 'mistaek']);
  },
);

test('a word added to the dictionary or ignored is no longer underlined', async ({ launch }) => {
  const { app, page } = await launch();
  await catchMenus(app);
  await startCoe(page, 'Other mistake', 'Spelling');
  await writeProse(page, 'Additional context', 'Qwertzish zookeeperish words.');
  await expect.poll(() => marked(page)).toEqual(['Qwertzish', 'zookeeperish']);
  await chooseFor(app, page, 'Qwertzish', 'Add to dictionary');
  await expect.poll(() => marked(page)).toEqual(['zookeeperish']);
  await chooseFor(app, page, 'zookeeperish', 'Ignore');
  await expect.poll(() => marked(page)).toEqual([]);
});

test('a misspelled word in the title is underlined in place and corrected', async ({ launch }) => {
  const { app, page } = await launch();
  await catchMenus(app);
  await startCoe(page, 'Other mistake', 'Spelling');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('A mistaek of mine');
  await expect.poll(() => marked(page)).toEqual(['mistaek']);
  const { x, y } = await pointOf(page, 'mistaek');
  // The letter under the mark is the letter in the field: a double click there selects the word.
  await page.mouse.dblclick(x, y);
  expect(
    await title.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd).trim(),
    ),
  ).toBe('mistaek');
  await chooseFor(app, page, 'mistaek', 'mistake');
  await expect(title).toHaveValue('A mistake of mine');
  await expect.poll(() => marked(page)).toEqual([]);
  await expect(page.getByText('A mistake of mine')).toHaveCount(
    await page.getByRole('heading', { name: 'A mistake of mine' }).count(),
  );
});

test('a name in the title is not underlined in the text', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Zrinkovic and the mistaek');
  await writeProse(page, 'Additional context', 'Zrinkovic saw Zrinkovic’s mistaek and told Zrinkovicz of it.');
  await expect.poll(() => marked(page)).toEqual(['mistaek', 'Zrinkovicz']);
});

test('a misspelled word that begins the title is underlined in the text', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Databse of Zrinkovic');
  await writeProse(page, 'Additional context', 'Databse was full. Zrinkovic saw it.');
  await expect.poll(() => marked(page)).toEqual(['Databse']);
});

test('a misspelled word in a timeline row is corrected with the menu key', async ({ launch }) => {
  const { app, page } = await launch();
  await catchMenus(app);
  await startCoe(page, 'Other mistake', 'Spelling', '2026-03-01');
  await showWhole(page);
  const pause = await holdTime(page);
  await enterTimeline(page, [{ when: '10:00', what: 'The mistaek began' }]);
  await expect.poll(() => marked(page)).toEqual(['mistaek']);
  await pause(5000); // as above
  for (let step = 0; step < 8; step += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ContextMenu');
  await expect.poll(() => labels(app)).toContain('mistake');
  await pause(5000);
  await choose(app, 'mistake');
  await expect(page.getByRole('textbox', { name: /^What happened, / })).toHaveValue('The mistake began');
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: /^What happened, / })).toHaveValue('The mistaek began');
});

test('a misspelled word in quick capture is underlined and corrected', async ({ launch }) => {
  const { app, page } = await launch();
  await catchMenus(app);
  const opened = app.waitForEvent('window');
  await page.keyboard.press('Control+Shift+N');
  const capture = await opened;
  const text = capture.getByRole('textbox', { name: 'What happened?' });
  await expect(text).toBeFocused();
  await capture.keyboard.type('A mistaek happened');
  await expect.poll(() => marked(capture)).toEqual(['mistaek']);
  await chooseFor(app, capture, 'mistaek', 'mistake');
  await expect(text).toHaveValue('A mistake happened');
});

test('nothing is underlined with the spell check off', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Spelling');
  await writeProse(page, 'Additional context', 'One mistaek more.');
  await expect.poll(() => marked(page)).toEqual(['mistaek']);
  await answerTo(page, 'settings:change', { spellCheck: false });
  await expect.poll(() => marked(page)).toEqual([]);
  await page.keyboard.type(' Another mistaek more.');
  await saved(page);
  expect(await marked(page)).toEqual([]);
  await expect(page.locator('[data-spelling-mirror]')).toHaveCount(0);
});

test('a field without words does not block the spell check', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Spelling');
  await page.getByRole('textbox', { name: 'Title' }).fill('   ');
  await prose(page).click();
  await page.keyboard.press('Enter');
  await page.keyboard.type(' ... ');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Then mistaek again.');
  await expect.poll(() => marked(page)).toEqual(['mistaek']);
});

test('a dictionary is added from two files, used at once, and removed', async ({ launch, relaunch, folder }) => {
  const once = await launch();
  const { app, page } = once;
  const misspelled = (words: string[]) => answerTo(page, 'spelling:check', { words });
  const row = page.getByRole('group', { name: 'Your dictionaries' });
  await page.evaluate(() => (window.location.hash = '#/settings'));
  writeFileSync(path.join(folder, 'broken.dic'), 'no number at the top');
  writeFileSync(path.join(folder, 'broken.aff'), 'SET UTF-8');
  await answerDialogs(app, '', path.join(folder, 'broken.dic'));
  await row.getByRole('button', { name: 'Add a dictionary…' }).click();
  await expect(row.getByRole('alert')).toHaveText(
    'The spell checker cannot use these files as a Hunspell dictionary. Nothing was added.',
  );
  await expect(row.getByRole('list')).toHaveCount(0);

  writeFileSync(path.join(folder, 'de_DE.dic'), '2\nUrsache/N\nFehler\n');
  writeFileSync(path.join(folder, 'de_DE.aff'), 'SET UTF-8\nSFX N Y 1\nSFX N 0 n e\n');
  await answerDialogs(app, '', path.join(folder, 'de_DE.dic'));
  await row.getByRole('button', { name: 'Add a dictionary…' }).click();
  await expect(row.getByRole('status')).toHaveText('Added de_DE. Its words are accepted from now on.');
  await expect(row.getByRole('checkbox', { name: 'de_DE' })).toBeChecked();
  await expect.poll(() => misspelled(['Ursachen', 'Ursachn'])).toEqual(['Ursachn']);
  await row.getByRole('checkbox', { name: 'de_DE' }).uncheck({ force: true });
  await expect.poll(() => misspelled(['Ursachen'])).toEqual(['Ursachen']);
  await row.getByRole('checkbox', { name: 'de_DE' }).check({ force: true });
  await expect.poll(() => misspelled(['Ursachen'])).toEqual([]);

  const again = await relaunch(once);
  const misspelledAgain = () => answerTo(again.page, 'spelling:check', { words: ['Ursachen'] });
  await expect.poll(misspelledAgain).toEqual([]);
  await again.page.evaluate(() => (window.location.hash = '#/settings'));
  await again.page.getByRole('button', { name: 'Remove de_DE' }).click();
  await expect(again.page.getByText('Removed de_DE. The files you added it from are unchanged.')).toBeVisible();
  await expect.poll(misspelledAgain).toEqual(['Ursachen']);
});

test('the languages of the spell check are laid out in lines that fit', async ({ launch }) => {
  const { app, page } = await launch();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(800, 700));
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(800);
  await page.evaluate(() => (window.location.hash = '#/settings'));
  const row = page.getByRole('group', { name: 'Spelling languages' }).first();
  await row.scrollIntoViewIfNeeded();
  const help = row.getByText('Choose every language you write in.');
  expect((await help.boundingBox())?.height).toBeLessThan(45);
  const boxes = await Promise.all(
    (await row.getByRole('checkbox').all()).map((box) => box.locator('..').boundingBox()),
  );
  for (const box of boxes) expect(box?.height).toBeLessThan(36);
  // Two columns: as many different left edges.
  expect(new Set(boxes.map((box) => box?.x)).size).toBe(2);
});

test('words are checked in every chosen language, and not at all when it is off', async ({ launch }) => {
  const { page } = await launch();
  const misspelled = (words: string[]) => answerTo(page, 'spelling:check', { words });
  await expect.poll(() => misspelled(['erreur', 'mistake', 'db42'])).toEqual(['erreur']);
  await answerTo(page, 'settings:change', { spellLanguages: ['en-US', 'fr'] });
  await expect.poll(() => misspelled(['erreur', 'mistake', 'xqzzt'])).toEqual(['xqzzt']);
  await page.evaluate(() => (window.location.hash = '#/settings'));
  await page.getByRole('checkbox', { name: 'Mark misspelled words' }).uncheck({ force: true });
  await expect.poll(() => misspelled(['xqzzt'])).toEqual([]);
});
