import { EXTERNAL_SCHEMES } from '#domain/privacy/external-schemes.ts';

import { expect, test } from './support/app.ts';
import { answerTo, createCoe } from './support/ask.ts';
import { showTheme } from './support/violations.ts';

test.use({ sharesApp: true });

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

test('line length, density and motion take effect at once', async ({ once: { page } }) => {
  await createCoe(page, {
    kind: 'outage',
    title: 'One of many',
    happened: { precision: 'unknown', value: '', approximate: false },
  });
  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check({ force: true });
  const settingRow = page.getByRole('group', { name: 'Motion' });
  await expect(settingRow).toContainText('Once uses little. It also follows the system’s setting.');
  const heightOf = async (): Promise<number> => (await settingRow.boundingBox())?.height ?? 0;
  const comfortable = await heightOf();
  await choose('Compact');
  await expect.poll(heightOf).toBeLessThan(comfortable);
  await page.getByRole('checkbox', { name: 'Reduce motion' }).check({ force: true });
  const quick = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--quick'));
  await expect.poll(quick).toMatch(/^0m?s$/);
  await choose('Short');
  await page.keyboard.press('Control+2');
  const item = page.getByRole('list', { name: 'COEs', exact: true }).getByRole('listitem');
  await expect.poll(async () => (await item.boundingBox())?.height).toBe(56);
  await item.click();
  const column = () => page.locator('main [data-view]').evaluate((part) => getComputedStyle(part).maxWidth);
  await expect.poll(column).toBe('608px');
  await answerTo(page, 'settings:change', { lineLength: 'long' });
  await expect.poll(column).toBe('960px');
});

test('a shortcut can be changed, with conflicts reported first, and is shown everywhere', async ({
  once,
  relaunch,
}) => {
  const { page, app } = once;
  const row = (name: string) => page.getByRole('button', { name: `Change the shortcut: ${name}` });
  await row('Handbook, Ctrl+5').click();
  const dialog = page.getByRole('dialog', { name: 'Shortcut: Handbook' });
  await expect(dialog.getByRole('textbox', { name: 'Press the new keys' })).toBeFocused();
  await page.keyboard.press('Control+c');
  await expect(dialog.getByText('Ctrl+C copies, so it cannot be used here.')).toBeVisible();
  await page.keyboard.press('j');
  await expect(dialog.getByText('J cannot be a shortcut by itself. Add Ctrl, or use a function key.')).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(dialog.getByText('Ctrl+1 belongs to “Today”, which will lose it if you use it here.')).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(dialog.getByText('These keys are free. Enter saves them.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(row('Handbook, Ctrl+J')).toBeFocused();
  const menuKeys = () =>
    app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('go.handbook')?.accelerator);
  await expect.poll(menuKeys).toBe('CmdOrCtrl+J');
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Control+Shift+p');
  await expect(page.getByRole('option', { name: /^Handbook.*Ctrl\+J/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Control+/');
  const shortcuts = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(shortcuts.getByText('Ctrl+J')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(shortcuts).toBeHidden();
  await page.keyboard.press('Control+j');
  await expect(page).toHaveURL(/#\/handbook/);
  await showTheme(page, 'dark');
  const again = await relaunch(once);
  // The page has the default shortcuts until it has read the settings.
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await again.page.keyboard.press('Control+j');
  await expect(again.page).toHaveURL(/#\/handbook/);
  await again.page.keyboard.press('Control+,');
  await again.page.getByRole('button', { name: 'Reset all shortcuts' }).click();
  await expect(again.page.getByRole('button', { name: 'Change the shortcut: Handbook, Ctrl+5' })).toBeVisible();
  await again.page.keyboard.press('Control+5');
  await expect(again.page).toHaveURL(/#\/handbook/);
});

test('a shortcut can be taken from another command, and removed', async ({ once: { page } }) => {
  const row = (name: string) => page.getByRole('button', { name: `Change the shortcut: ${name}` });
  await row('Add why, none').click();
  await expect(page.getByRole('textbox', { name: 'Press the new keys' })).toBeFocused();
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Use it here' }).click();
  await expect(row('Add why, Ctrl+S')).toBeVisible();
  await expect(row('Save now, none')).toBeVisible();
  await row('Add why, Ctrl+S').click();
  await page.getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(row('Save now, Ctrl+S')).toBeVisible();
});
