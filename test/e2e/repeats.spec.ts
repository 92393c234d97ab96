import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { OWN_REPORTS, reportsIn } from '#test/support/reports.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, readCoeFiles, test } from './support/app.ts';
import { showTheme, violations } from './support/violations.ts';

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

async function openWalk(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(outages.length);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Look for repeats');
  await page.getByRole('option', { name: /^Look for repeats in the library/ }).click();
}

/** What the files say of links, dismissed COEs and patterns. */
async function answersOn(library: string) {
  const coes = [...(await readCoeFiles(library)).values()] as unknown as {
    links: unknown[];
    dismissed: { similar: string[] };
    patternIds: string[];
  }[];
  return {
    links: coes.flatMap(({ links }) => links).length,
    dismissed: coes.flatMap(({ dismissed }) => dismissed.similar).length,
    patterns: coes.flatMap(({ patternIds }) => patternIds).length,
  };
}

test('the likely repeats are answered one by one with the keyboard, remembered, and can be undone', async ({
  launch,
  library,
}) => {
  await writeOutages(library, outages);
  const { page } = await launch();
  await openWalk(page);
  await expect(heading(page, 1)).toBeFocused();
  for (const theme of ['light', 'dark'] as const) {
    await showTheme(page, theme);
    expect(await violations(page)).toEqual([]);
  }
  await page.keyboard.press('n');
  await expect(heading(page, 2)).toBeFocused();
  await expect.poll(() => answersOn(library)).toEqual({ links: 0, dismissed: 1, patterns: 0 });
  await page.getByRole('button', { name: 'Undo', exact: true }).press('Enter');
  await expect(heading(page, 1)).toBeVisible();
  expect(await answersOn(library)).toEqual({ links: 0, dismissed: 0, patterns: 0 });

  await heading(page, 1).focus();
  await page.keyboard.press('r');
  await expect(heading(page, 2)).toBeFocused();
  await page.keyboard.press('p');
  await expect(page.getByRole('group', { name: 'The pattern of both' })).toBeFocused();
  await page.getByRole('textbox', { name: 'The trap, in one sentence of your own' }).fill('We trusted one disk');
  await page.keyboard.press('Enter');
  await expect(heading(page, 3)).toBeFocused();
  await expect.poll(() => answersOn(library)).toEqual({ links: 1, dismissed: 0, patterns: 2 });
  await page.keyboard.press('p');
  await expect(page.getByRole('group', { name: 'The pattern of both' })).toBeFocused();
  await page.keyboard.press('1');
  await expect(page.getByRole('heading', { name: 'That was the last pair' })).toBeVisible();
  await expect.poll(() => answersOn(library)).toEqual({ links: 1, dismissed: 0, patterns: 3 });

  await page.getByRole('link', { name: 'All patterns' }).click();
  await page.getByRole('link', { name: 'Look for repeats in the library…' }).click();
  await expect(page.getByRole('heading', { name: 'No COEs look like repeats' })).toBeVisible();
});

test('a pair put off comes again the next time', async ({ launch, library }) => {
  await writeOutages(library, outages);
  const { page } = await launch();
  await openWalk(page);
  for (const number of [1, 2, 3]) {
    await expect(heading(page, number)).toBeFocused();
    await page.keyboard.press('l');
  }
  await expect(page.getByRole('heading', { name: 'That was the last pair' })).toBeVisible();
  await page.getByRole('link', { name: 'All patterns' }).click();
  await page.getByRole('link', { name: 'Look for repeats in the library…' }).click();
  await expect(heading(page, 1)).toBeVisible();
});

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
