import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';

import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';

test.beforeEach(async ({ once }) => {
  await once.page.evaluate(() => {
    window.location.hash = '#/settings';
  });
  await expect(once.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
});

test('a setting takes effect at once, can be reset, and survives a restart', async ({ once, relaunch }) => {
  const { page } = once;
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const back = page.getByRole('button', { name: 'Reset to default: Theme' });
  await back.click();
  await expect(back).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-theme');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await expect.poll(async () => (await answerTo(page, 'settings:read', {})).authorName).toBe('Ada');
  const again = await relaunch(once);
  expect((await answerTo(again.page, 'settings:read', {})).authorName).toBe('Ada');
});

test('a time zone is found by a part of its name', async ({ once: { page } }) => {
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.fill('kathm');
  await zone.press('ArrowDown');
  await zone.press('Enter');
  await expect.poll(async () => (await answerTo(page, 'settings:read', {})).zone).toBe('Asia/Kathmandu');
});

test('a search shows only the settings that match', async ({ once: { page } }) => {
  const search = page.getByRole('searchbox', { name: 'Search the settings' });
  await search.fill('motion');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Motion']);
  await search.fill('xylophone');
  await expect(page.getByText('No setting matches “xylophone”.')).toBeVisible();
  await page.getByRole('button', { name: 'Show all settings' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'About' })).toBeVisible();
});

test('the dialog on what leaves the computer opens from Settings', async ({ once: { page }, library }) => {
  await page.getByRole('button', { name: 'Read more' }).click();
  const dialog = page.getByRole('dialog', { name: 'What leaves this computer' });
  await expect(dialog.getByText('Nothing.', { exact: true })).toBeVisible();
  // The very list that main lets through, no more and no less.
  await expect(dialog.getByRole('list', { name: 'What can leave' }).getByRole('listitem')).toHaveText(
    EXTERNAL_SCHEMES.map(({ what, goesTo }) => `${what}. ${goesTo}`),
  );
  await expect(dialog.getByText(library, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
