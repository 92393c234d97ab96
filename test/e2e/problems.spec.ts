import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { saved } from './support/writing.ts';

test.use({ sharesApp: true });

test('a broken file can be viewed as text, quarantined, restored, or replaced by an earlier version', async ({
  launch,
  library,
}) => {
  const name = `${testId(1)}.json`;
  const file = path.join(library, 'coes', name);
  writeFileSync(file, writeCoe(someCoe({ title: 'Whole' }, 1)));
  writeFileSync(path.join(library, 'coes', `${testId(2)}.json`), writeCoe(someCoe({ title: 'In nobody’s way' }, 2)));
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  await page.getByRole('textbox', { name: 'Title' }).fill('Later');
  await saved(page);
  await page.getByRole('link', { name: 'COEs' }).click();
  const broken = '{"format": "once-coe", "title": "La';
  writeFileSync(file, broken);
  await page.getByRole('link', { name: '1 file could not be read' }).click();

  await page.getByRole('button', { name: `Open as text: ${name}` }).click();
  const dialog = page.getByRole('dialog', { name });
  await expect(dialog.getByText(broken)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: `Set aside: ${name}` }).click();
  await expect(page.getByRole('heading', { name: 'No problems' })).toBeVisible();
  expect(readFileSync(path.join(library, 'set-aside', name), 'utf8')).toBe(broken);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: `Restore an earlier version: ${name}` }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Whole');
  await expect.poll(() => existsSync(path.join(library, 'set-aside', name))).toBe(true);
});
