import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { saved, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

test('an earlier version is kept, compared word by word and restored, and Undo reverts that', async ({
  launch,
  library,
}) => {
  const file = path.join(library, 'coes', `${testId(1)}.json`);
  writeFileSync(file, writeCoe(someCoe({ title: 'The disk was nearly full' }, 1)));
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  const title = page.getByRole('textbox', { name: 'Title' });
  await expect(title).toHaveValue('The disk was nearly full');
  await title.fill('The disk was quite full');
  await writeProse(page, 'Additional context', 'Written later. ');
  await saved(page);
  await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).sections.context.prose).toBe('Written later.');
  expect(readdirSync(path.join(library, 'versions', testId(1)))).toEqual([expect.stringMatching(/-before\.json$/)]);

  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'History…' }).click();
  const history = page.getByRole('dialog', { name: 'History' });
  await expect(history.getByRole('button', { name: /Before you changed it/ })).toBeVisible();
  const changed = history.getByRole('region', { name: 'Title' });
  await expect(changed.locator('del')).toContainText('nearly');
  await expect(changed.locator('ins')).toContainText('quite');
  await history.getByRole('button', { name: 'Restore this version' }).click();
  await expect(history).toBeHidden();
  await expect(title).toHaveValue('The disk was nearly full');
  await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).title).toBe('The disk was nearly full');
  expect(readdirSync(path.join(library, 'versions', testId(1))).join(' ')).toContain('-replaced.json');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title).toHaveValue('The disk was quite full');
  await saved(page);
  await expect.poll(() => JSON.parse(readFileSync(file, 'utf8')).title).toBe('The disk was quite full');
});

test('a rollback made outside Once is reported until it is accepted', async ({ launch, library }) => {
  const file = path.join(library, 'coes', `${testId(1)}.json`);
  writeFileSync(file, writeCoe(someCoe({ title: 'Before the lesson' }, 1)));
  const { page } = await launch();
  const earlier = readFileSync(file);
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('With the lesson');
  await saved(page);
  await page.getByRole('link', { name: 'COEs' }).click();
  writeFileSync(file, earlier);
  const told = page.getByRole('alert').filter({ hasText: '1 COE is an older version than before' });
  await expect(told).toBeVisible();
  await told.getByRole('link', { name: 'Before the lesson' }).click();
  await expect(title).toHaveValue('Before the lesson');
  await told.getByRole('button', { name: 'Accept these versions' }).click();
  await expect(told).toBeHidden();
});
