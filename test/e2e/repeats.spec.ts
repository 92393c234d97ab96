import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { OWN_REPORTS, reportsIn } from '#test/support/reports.ts';
import { testId } from '#test/support/test-ids.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, readCoeFiles, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { saved } from './support/writing.ts';

test.use({ sharesApp: true });

const outages = reportsIn(OWN_REPORTS).filter((file) => /^\d{4}-\d{2} /.test(path.basename(file)));
const isOf = (file: string, month: string): boolean => path.basename(file).startsWith(month);

/** Writes outages as COEs; those of March, April and May 2023 are alike. */
async function writeOutages(library: string, files: readonly string[]): Promise<void> {
  for (const [index, file] of files.entries()) {
    const coe = enterReport(file, index + 1);
    await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  }
}

const heading = (page: Page, number: number) =>
  page.getByRole('heading', { level: 2, name: new RegExp(`^Pair ${number}: `) });

test('the receipt of an import says how many of its COEs look like others, and leads to them', async ({
  launch,
  folder,
  library,
}) => {
  await writeOutages(
    library,
    outages.filter((file) => !isOf(file, '2023-04')),
  );
  const reports = path.join(folder, 'reports');
  await mkdir(reports);
  for (const file of outages.filter((each) => isOf(each, '2023-04')))
    await copyFile(file, path.join(reports, path.basename(file)));
  const once = await launch();
  const { page } = once;
  await answerDialogs(once.app, '', reports);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Import');
  await page.getByRole('option', { name: /^Import…/ }).click();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(dialog.getByRole('status', { name: 'Likely repeats' })).toContainText(
    '1 of these looks like other COEs of the library.',
  );
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Compare them' }).click();
  await expect(heading(page, 1)).toBeFocused();
  await expect(page.getByText('1 COE compared: ')).toBeVisible();
});

type CoeOnDisk = {
  readonly links: readonly { readonly type: string }[];
  readonly dismissed: { readonly similar: readonly string[] };
  readonly patternIds: readonly string[];
};

const hasAnswer = ({ links, dismissed }: CoeOnDisk): boolean => links.length + dismissed.similar.length > 0;

/** The COEs on the disk, oldest first. */
const coesOnDisk = async (library: string): Promise<CoeOnDisk[]> =>
  [...(await readCoeFiles(library))]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([, coe]) => coe as CoeOnDisk);

/** Opens the walk through the palette, and waits until every COE was compared. */
async function openWalk(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('Look for repeats');
  await expect(page.getByRole('option', { name: /^Look for repeats in the library/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(heading(page, 1)).toBeFocused();
  await expect(page.getByText(/^\d+ COEs compared: 3 likely pairs\.$/)).toBeVisible();
}

/** Moves the focus with Tab until a button has it. */
async function tabTo(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await expect(button).toBeVisible();
  for (let presses = 0; presses < 15; presses += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('Tab');
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    if (await button.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

/** Takes the last answer back, with the keyboard alone. */
async function undoByKeys(page: Page): Promise<void> {
  await tabTo(page, 'Undo');
  await page.keyboard.press('Enter');
}

test('a pair is linked, dismissed and put off with keys alone, and each answer is taken back', async ({
  launch,
  library,
}) => {
  await writeOutages(library, outages);
  const answered = async (): Promise<CoeOnDisk[]> => (await coesOnDisk(library)).filter(hasAnswer);
  const { page } = await launch();
  await openWalk(page);

  await page.keyboard.press('r');
  await expect(heading(page, 2)).toBeFocused();
  await expect(page.getByText('Linked: the same cause again. Both COEs show the link.')).toBeVisible();
  await expect
    .poll(async () => (await answered()).map(({ links }) => links.map(({ type }) => type)))
    .toEqual([['same-cause']]);
  await undoByKeys(page);
  await expect(heading(page, 1)).toBeFocused();
  expect(await answered()).toEqual([]);

  await page.keyboard.press('n');
  await expect(heading(page, 2)).toBeFocused();
  await expect(page.getByText('This pair is not brought up again.')).toBeVisible();
  await expect
    .poll(async () => (await answered()).map(({ links, dismissed }) => [links.length, dismissed.similar.length]))
    .toEqual([[0, 1]]);
  await undoByKeys(page);
  await expect(heading(page, 1)).toBeFocused();
  expect(await answered()).toEqual([]);

  await page.keyboard.press('l');
  await expect(heading(page, 2)).toBeFocused();
  await page.keyboard.press('l');
  await expect(heading(page, 3)).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('heading', { name: 'That was the last pair' })).toBeVisible();
  expect(await answered()).toHaveLength(1);
  // The end of the walk has no pair that could take the focus.
  await undoByKeys(page);
  await expect(heading(page, 3)).toBeFocused();
  expect(await answered()).toEqual([]);
});

test('both COEs of a pair get a pattern with keys alone, a new one and an own one, and lose it again', async ({
  launch,
  library,
}) => {
  await writeOutages(library, outages);
  const patterns = async (): Promise<string[][]> =>
    (await coesOnDisk(library)).map(({ patternIds }) => [...patternIds]).filter((ids) => ids.length > 0);
  const { page } = await launch();
  await openWalk(page);
  const choices = page.getByRole('group', { name: 'The pattern of both' });

  await page.keyboard.press('p');
  await expect(choices).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(choices).toBeHidden();
  await expect(heading(page, 1)).toBeFocused();

  await page.keyboard.press('p');
  await expect(choices).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(choices.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  // These letters are keys of the walk outside the field.
  await page.keyboard.type('Nobody planned the renewal');
  await page.keyboard.press('Enter');
  await expect(heading(page, 2)).toBeFocused();
  await expect(page.getByText('Both have the pattern “Nobody planned the renewal”.')).toBeVisible();
  const both = await patterns();
  expect(both).toEqual([both[0], both[0]]);
  expect(both[0]).toHaveLength(1);

  await page.keyboard.press('p');
  await expect(choices).toBeFocused();
  await expect(choices.getByRole('listitem')).toHaveText([/Nobody planned the renewal/]);
  await page.keyboard.press('1');
  await expect(heading(page, 3)).toBeFocused();
  expect(await patterns()).toEqual([both[0], both[0], both[0]]);
  await undoByKeys(page);
  await expect(heading(page, 2)).toBeFocused();
  await expect.poll(patterns).toEqual(both);
});

test('what was dismissed beside a COE can be brought back later', async ({ launch, library }) => {
  await writeOutages(library, outages);
  const answered = async (): Promise<CoeOnDisk[]> => (await coesOnDisk(library)).filter(hasAnswer);
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(4));
  const panel = page.getByRole('complementary', { name: 'Seen before' });
  const items = panel.getByRole('listitem', { name: /^Seat reservations/ });
  await expect(items).toHaveCount(2);
  const bringBack = panel.getByRole('button', { name: 'Bring back 1 dismissed COE' });
  await expect(bringBack).toBeHidden();
  await items
    .first()
    .getByRole('button', { name: /^Not like this one/ })
    .press('Enter');
  await expect(items).toHaveCount(1);
  await saved(page);
  await expect.poll(async () => (await answered()).length).toBe(1);
  expect(await violations(page)).toEqual([]);

  await bringBack.press('Enter');
  await expect(items).toHaveCount(2);
  await expect(bringBack).toBeHidden();
  await saved(page);
  await expect.poll(answered).toEqual([]);
});
