import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { newPattern, type Pattern, writePattern } from '#domain/patterns/pattern.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { violations, violationsInBothThemes } from './support/violations.ts';
import { goToSection, saved, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

const YES = newPattern('I said yes before I looked at the calendar', testId(101), '2026-01-01T10:00:00.000Z');
const LATE = newPattern('I left at the last possible minute', testId(102), '2026-01-02T10:00:00.000Z');
const WHYS = '5 whys';

const question = (page: Page) => page.getByRole('region', { name: 'Have you met this trap before?' });
const firstQuestion = (page: Page) => page.getByRole('region', { name: 'What would you call this trap?' });
/** Without a pause between listing and reading: a file may be on its way to the trash. */
const patternsOnDisk = (library: string): Pattern[] => {
  const folder = path.join(library, 'patterns');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  return names.flatMap((name) => {
    const file = path.join(folder, name);
    return existsSync(file) ? [JSON.parse(readFileSync(file, 'utf8')) as Pattern] : [];
  });
};

const TWO_BIRTHDAYS = 'Two birthdays on one day';
const DENTIST = 'Missed the dentist';

/** Adds a COE that has the first pattern too. */
function writeSecondCoe(library: string): void {
  const coe = someCoe({ title: DENTIST, happened: dayMoment('2026-03-01'), patternIds: [YES.id] }, 2);
  writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
}

async function openPattern(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: 'Patterns', exact: true }).click();
  await page.getByRole('link', { name: words }).click();
  await expect(page.getByRole('heading', { level: 1, name: words })).toBeVisible();
}

/** Chooses from the menu of the open pattern, with the keyboard. */
async function chooseFromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Change this pattern' }).press('Enter');
  // The menu moves the focus to its first item when it opens.
  await expect(page.locator('[role="menuitem"]:focus')).toBeVisible();
  await page.getByRole('menuitem', { name: item }).press('Enter');
}

const undo = (page: Page): Promise<void> => page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');

/** The ids of the patterns that a COE on the disk has. */
async function patternIdsOf(library: string, title: string): Promise<unknown> {
  const coes = [...(await readCoeFiles(library)).values()];
  return coes.find((coe) => coe['title'] === title)?.['patternIds'];
}

/** Two patterns, and no COE. */
function writePatternFiles(library: string, ...changes: Partial<Pattern>[]): void {
  mkdirSync(path.join(library, 'patterns'));
  [YES, LATE].forEach((pattern, index) =>
    writeFileSync(
      path.join(library, 'patterns', `${pattern.id}.json`),
      writePattern({ ...pattern, ...changes[index] } as Pattern),
    ),
  );
}

/** Two patterns, the first of which one COE has. */
function writePatterns(library: string, ...changes: Partial<Pattern>[]): void {
  writePatternFiles(library, ...changes);
  const coe = someCoe({ title: TWO_BIRTHDAYS, happened: dayMoment('2026-02-01'), patternIds: [YES.id] }, 1);
  writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
}

async function writeWhy(page: Page): Promise<void> {
  await startCoe(page, 'Missed event', 'Missed the recital');
  await goToSection(page, '5 whys');
  await writeProse(page, WHYS, 'I said yes to the dinner before I looked at the calendar.');
}

test('the question is answered with one key, counts the repeat, and can be undone', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await writeWhy(page);
  await expect(question(page).getByRole('listitem').first()).toContainText(YES.words);
  expect(await violations(page)).toEqual([]);
  // It does not take the keyboard from a person who writes.
  await page.keyboard.type(' 1');
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(question(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('1');
  await expect(question(page)).toBeHidden();
  await expect(page.getByText(`“${YES.words}”: the 2nd time.`)).toBeVisible();
  const own = page.getByRole('region', { name: 'Patterns of this COE' });
  await expect(own.getByRole('link', { name: YES.words })).toBeVisible();
  await saved(page);
  await expect
    .poll(async () => {
      const coes = [...(await readCoeFiles(library)).values()];
      return coes.find((coe) => coe['title'] === 'Missed the recital')?.['patternIds'];
    })
    .toEqual([YES.id]);
  await own.getByRole('button', { name: `Remove the pattern: ${YES.words}` }).click();
  await expect(own).toBeHidden();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(own).toBeVisible();
});

test('a pattern that is not among the first five can be chosen with the keyboard, too', async ({ launch, library }) => {
  mkdirSync(path.join(library, 'patterns'));
  for (const number of [1, 2, 3, 4, 5, 6, 7]) {
    const pattern = newPattern(`Trap ${number}`, testId(200 + number), '2026-01-01T10:00:00.000Z');
    writeFileSync(path.join(library, 'patterns', `${pattern.id}.json`), writePattern(pattern));
  }
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await writeWhy(page);
  await expect(question(page).getByRole('listitem')).toHaveCount(5);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(question(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('m');
  const sixth = question(page).getByRole('listitem').nth(5);
  await expect(sixth.getByRole('button')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  const words = /Trap \d/.exec((await sixth.textContent()) ?? '')?.[0] ?? '';
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('region', { name: 'Patterns of this COE' }).getByRole('link', { name: words }),
  ).toBeVisible();
});

test('a new pattern is named with the keyboard, and “not now” does not ask again', async ({ launch, library }) => {
  const { page } = await launch();
  await writeWhy(page);
  // There is no before yet.
  await expect(firstQuestion(page)).toBeVisible();
  await expect(page.getByText('before?')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(firstQuestion(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('n');
  await expect(firstQuestion(page).getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('I say yes too soon');
  await page.keyboard.press('Enter');
  await expect(firstQuestion(page)).toBeHidden();
  await expect.poll(() => patternsOnDisk(library).map(({ words }) => words)).toEqual(['I say yes too soon']);
  await page.getByRole('link', { name: 'Patterns', exact: true }).click();
  await expect(page.getByRole('link', { name: 'I say yes too soon' })).toBeVisible();

  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await startCoe(page, 'Outage', 'A disk filled up');
  await goToSection(page, '5 whys');
  await writeProse(page, WHYS, 'Nobody had looked at the disk since the summer.');
  await question(page).getByRole('button', { name: 'Not now' }).click();
  await expect(question(page)).toBeHidden();
  await page.keyboard.type('x');
  await expect(question(page)).toBeHidden();
});

test('what is typed about a pattern is saved when the screen changes by keyboard', async ({ launch, library }) => {
  writePatterns(library, {});
  const { page } = await launch();
  await page.keyboard.press('ControlOrMeta+2');
  await page.evaluate((id) => (window.location.hash = `#/patterns/${id}`), YES.id);
  const trying = page.getByRole('textbox', { name: 'What you are trying now' });
  await trying.pressSequentially('I sleep on it');
  await page.keyboard.press('ControlOrMeta+2');
  await expect(trying).toBeHidden();
  await expect.poll(() => patternsOnDisk(library).map(({ tryingNow }) => tryingNow)).toContain('I sleep on it');
});

test('the page of a pattern is usable, in light and dark', async ({ launch, library }) => {
  writePatterns(library, { askBefore: { words: 'I say yes to a date', weekdays: [], from: null } });
  const { page } = await launch();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await page
    .getByRole('region', { name: /Before it happens again/ })
    .getByRole('link', { name: YES.words })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: YES.words })).toBeVisible();
  expect(await violationsInBothThemes(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'What you are trying now' }).fill('I say: let me look first');
  await page.keyboard.press('Tab');
  await expect
    .poll(() => patternsOnDisk(library).map(({ tryingNow }) => tryingNow))
    .toContain('I say: let me look first');

  await page.getByRole('button', { name: 'Change this pattern' }).click();
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click();
  await page.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: LATE.words })).toBeVisible();
  await expect(page.getByRole('link', { name: TWO_BIRTHDAYS })).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('link', { name: TWO_BIRTHDAYS })).toBeHidden();
});

test('a split moves the chosen COEs to a new pattern, and can be undone', async ({ launch, library }) => {
  writePatterns(library);
  writeSecondCoe(library);
  const { page } = await launch();
  await openPattern(page, YES.words);
  await chooseFromMenu(page, 'Split…');
  const dialog = page.getByRole('dialog', { name: 'Split this pattern' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('I thought I would remember');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('checkbox', { name: DENTIST })).toBeFocused();
  await page.keyboard.press('Space');
  // A pattern keeps at least one of its COEs.
  await dialog.getByText(TWO_BIRTHDAYS).click();
  await expect(dialog.getByRole('status')).toContainText('Leave at least one COE here.');
  await expect(dialog.getByRole('button', { name: 'Split', exact: true })).toBeDisabled();
  await dialog.getByText(TWO_BIRTHDAYS).click();
  await expect(dialog.getByRole('status')).toBeEmpty();
  await dialog.getByRole('button', { name: 'Split', exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'I thought I would remember' })).toBeVisible();
  await expect(page.getByRole('link', { name: DENTIST })).toBeVisible();
  await expect(page.getByRole('link', { name: TWO_BIRTHDAYS })).toBeHidden();
  const created = (): string =>
    patternsOnDisk(library).find(({ words }) => words === 'I thought I would remember')?.id ?? '';
  await expect.poll(created).not.toBe('');
  await expect.poll(() => patternIdsOf(library, DENTIST)).toEqual([created()]);
  expect(await patternIdsOf(library, TWO_BIRTHDAYS)).toEqual([YES.id]);

  await undo(page);
  await expect.poll(() => patternIdsOf(library, DENTIST)).toEqual([YES.id]);
  await expect.poll(() => patternsOnDisk(library).map(({ id }) => id)).toEqual([YES.id, LATE.id]);
});

test('a deleted pattern leaves its COEs as they are, and an undo restores it', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await openPattern(page, YES.words);
  await chooseFromMenu(page, 'Delete');
  await expect(page.getByRole('heading', { level: 1, name: 'Patterns' })).toBeVisible();
  await expect(page.getByRole('link', { name: YES.words })).toBeHidden();
  await expect.poll(() => patternsOnDisk(library).map(({ id }) => id)).toEqual([LATE.id]);
  expect(await patternIdsOf(library, TWO_BIRTHDAYS)).toEqual([YES.id]);

  await undo(page);
  await page.getByRole('link', { name: YES.words }).press('Enter');
  await expect(page.getByRole('link', { name: TWO_BIRTHDAYS })).toBeVisible();
});

test('a retired pattern is listed apart, and choosing it in a COE puts it back in use', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await openPattern(page, YES.words);
  await chooseFromMenu(page, 'Retire it');
  await expect(page.getByText(/Retired on /)).toBeVisible();
  await page.getByRole('link', { name: 'All patterns' }).press('Enter');
  const retired = page.getByRole('region', { name: 'Retired' });
  await expect(retired.getByRole('link')).toHaveText([YES.words]);

  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await writeWhy(page);
  await page.keyboard.press('ControlOrMeta+Shift+M');
  await expect(question(page).getByRole('listitem').first()).toContainText('retired');
  await page.keyboard.press('1');
  await expect(page.getByText(`“${YES.words}”: it is back, for the 2nd time.`)).toBeVisible();
  await expect.poll(() => patternsOnDisk(library).map(({ retiredOn }) => retiredOn)).toEqual([null, null]);
  await undo(page);
  await expect
    .poll(() => patternsOnDisk(library).find(({ id }) => id === YES.id)?.retiredOn)
    .toMatch(/^\d{4}-\d{2}-\d{2}$/);
});

test('the list is filtered by pattern', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await startCoe(page, 'Outage', 'A disk filled up');
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  const coes = page.getByRole('list', { name: 'COEs' }).getByRole('listitem');
  await expect(coes).toHaveCount(2);
  await page.getByRole('button', { name: 'Filter by pattern' }).press('Enter');
  await page.getByRole('option', { name: YES.words }).click();
  await page.keyboard.press('Escape');
  await expect(coes).toHaveCount(1);
  await expect(coes).toContainText(TWO_BIRTHDAYS);
});

test('the search field completes a pattern with the keyboard', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  const search = page.getByRole('searchbox', { name: 'Search COEs' });
  await search.fill('pattern:look');
  const options = page.getByRole('listbox', { name: 'Patterns' }).getByRole('option');
  await expect(options).toHaveText([YES.words]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue(`pattern:"${YES.words}" `);
  await expect(options).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveText([new RegExp(TWO_BIRTHDAYS)]);
  await search.fill('pattern:');
  await expect(options).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(search).toHaveValue('');
});

test('the question comes again when the COE is ready, and takes the keyboard', async ({ launch, library }) => {
  writePatterns(library);
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await writeWhy(page);
  await question(page).getByRole('button', { name: 'Not now' }).press('Enter');
  await expect(question(page)).toBeHidden();
  await goToSection(page, 'Actions');
  const next = page.getByRole('region', { name: 'What comes next' });
  await expect(next).toBeVisible();
  await expect(question(page)).toBeHidden();
  await next.getByRole('button', { name: 'Mark as ready for review' }).press('Enter');
  await expect(question(page).getByRole('heading')).toBeFocused();
  await page.keyboard.press('1');
  await expect(question(page)).toBeHidden();
  await expect(page.getByRole('region', { name: 'Patterns of this COE' })).toContainText(YES.words);
});

test('Today does not say that nothing is due beside a pattern', async ({ launch, library }) => {
  writePatternFiles(library, { askBefore: { words: 'I say yes to a date', weekdays: [], from: null } });
  const { page } = await launch();
  await page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(page.getByRole('region', { name: /Before it happens again/ })).toBeVisible();
  await expect(page.getByText('Nothing is due today')).toHaveCount(0);
});
