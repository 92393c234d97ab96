import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { enterReport } from '#test/support/enter-report.ts';
import { OWN_REPORTS, reportsIn } from '#test/support/reports.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { violations } from './support/violations.ts';

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
