import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { libraryRead } from './support/ask.ts';

test.use({ sharesApp: true });

test(
  'a library is backed up to a second folder, and a lost COE is restored from it',
  { tag: '@packaged' },
  async ({ launch, library, folder }) => {
    const fileOf = (number: number): string => path.join(library, 'coes', `${testId(number)}.json`);
    for (const number of [1, 2, 3]) writeFileSync(fileOf(number), writeCoe(someCoe({}, number)));
    const lost = readFileSync(fileOf(2), 'utf8');
    const { app, page } = await launch();
    await expect(page.getByRole('link', { name: 'Backups: No backups yet' })).toBeVisible();
    await libraryRead(page);
    await page.getByRole('link', { name: 'Backups: No backups yet' }).click();
    const second = path.join(folder, 'second disk');
    await mkdir(second);
    await answerDialogs(app, 'Cancel', second);
    await page.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(page.getByText('Backed up and verified 3 COEs.')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Backups: Last backup today' })).toBeVisible();
    const [own = ''] = readdirSync(second);
    expect(readdirSync(path.join(second, own))).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d{6}Z\.zip$/)]);

    rmSync(fileOf(2));
    writeFileSync(fileOf(3), writeCoe(someCoe({ title: 'Newer' }, 3)));
    await page.getByRole('link', { name: 'COEs' }).click();
    await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem', { name: /^Newer/ })).toBeVisible();
    await page.evaluate(() => (window.location.hash = '#/backups'));
    await page.getByRole('button', { name: /^Open the backup of/ }).click();
    const inside = page.getByRole('main');
    await expect(inside.getByRole('heading', { level: 1, name: /^Backup of/ })).toBeVisible();
    await expect(inside.getByText(/1 COE is missing from your library; 1 COE differs from your library/)).toBeVisible();

    await inside.getByRole('button', { name: 'View Mistake 3' }).click();
    const both = page.getByRole('dialog', { name: 'Mistake 3' });
    await expect(both.getByText('Struck through: only in your library.')).toBeVisible();
    await expect(both.locator('del')).toContainText(['Newer']);
    await both.getByRole('button', { name: 'Close' }).click();

    await inside.getByRole('button', { name: 'Restore Mistake 3 as a copy' }).click();
    await expect(page.getByText(/Restored 1 COE. Your library had 2 COEs and now has 3 COEs/)).toBeVisible();
    await inside.getByRole('button', { name: 'Restore the 1 missing COE' }).click();
    await expect(page.getByText(/Your library had 3 COEs and now has 4 COEs/)).toBeVisible();
    expect(JSON.parse(readFileSync(fileOf(2), 'utf8'))).toMatchObject({ title: JSON.parse(lost).title });
    expect(JSON.parse(readFileSync(fileOf(3), 'utf8'))).toMatchObject({ title: 'Newer' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => readdirSync(path.join(library, 'coes')).includes(`${testId(2)}.json`)).toBe(false);
  },
);

test('a library that lost most of its COEs is not backed up without confirmation', async ({
  launch,
  library,
  folder,
}) => {
  const fileOf = (number: number): string => path.join(library, 'coes', `${testId(number)}.json`);
  for (const number of [1, 2, 3, 4, 5, 6]) writeFileSync(fileOf(number), writeCoe(someCoe({}, number)));
  const { app, page } = await launch();
  const second = path.join(folder, 'second disk');
  await mkdir(second);
  await answerDialogs(app, 'Cancel', second);
  await libraryRead(page);
  await page.evaluate(() => (window.location.hash = '#/backups'));
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByText('Backed up and verified 6 COEs.')).toBeVisible();
  for (const number of [1, 2, 3, 4]) rmSync(fileOf(number));
  await page.evaluate(() => (window.location.hash = '#/coes'));
  await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(2);
  await page.evaluate(() => (window.location.hash = '#/backups'));
  await page.getByRole('button', { name: 'Back up now' }).click();
  await expect(page.getByRole('alert')).toContainText('had 6 COEs at the last backup and has 2 COEs now');
  const [own = ''] = readdirSync(second);
  expect(readdirSync(path.join(second, own)).length).toBe(1);
  await page.getByRole('button', { name: 'This is right: back up now' }).click();
  await expect(page.getByText('Backed up and verified 2 COEs.')).toBeVisible();
  expect(readdirSync(path.join(second, own)).length).toBe(2);
});
