import { expect, test } from './support/app.ts';
import { createCoe } from './support/ask.ts';

test.use({ sharesApp: true });

const DAY = { precision: 'day', value: '2026-03-01' } as const;

test('opens a COE by a few letters of its title, typed at once', async ({ once: { page } }) => {
  const { coe } = await createCoe(page, {
    kind: 'outage',
    title: 'The certificate expired',
    happened: DAY,
  });
  await createCoe(page, { kind: 'outage', title: 'Something else', happened: DAY });
  await page.keyboard.press('Control+p');
  await page.keyboard.type('certif');
  const box = page.getByRole('combobox');
  await expect(box).toHaveValue('certif');
  await expect(page.getByRole('option', { name: /The certificate expired/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(coe.id));
  await page.keyboard.press('Control+p');
  await page.keyboard.type('timeline');
  await page.getByRole('option', { name: 'What is the timeline?' }).first().click();
  await expect(page).toHaveURL(/section=timeline/);
});

test('finds the open COE, and commands by other words', async ({ once: { page } }) => {
  const { coe } = await createCoe(page, { kind: 'outage', title: 'api_edge was down', happened: DAY });
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), coe.id);
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await page.keyboard.press('Control+p');
  await page.getByRole('combobox').fill('api_edge');
  await expect(page.getByRole('option', { name: /api_edge was down.*Open now/ })).toBeVisible();
  await page.getByRole('combobox').fill('delete');
  await expect(page.getByRole('option', { name: /Move to trash/ })).toBeVisible();
});

test('runs a command, and says why a command is unavailable', async ({ once: { page } }) => {
  await page.keyboard.press('Control+Shift+P');
  await page.keyboard.type('guided');
  const guided = page.getByRole('option', { name: /Guided view/ });
  await expect(guided).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('status').filter({ hasText: 'Needs an open COE.' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(guided).toBeVisible();
  await page.getByRole('combobox').fill('>dark');
  await expect(page.getByRole('option', { name: /^Dark appearance/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.keyboard.press('Control+Shift+P');
  await expect(page.getByRole('option').first()).toHaveText(/Dark appearance/);
});

test('Escape returns the focus', async ({ once: { page } }) => {
  await createCoe(page, { kind: 'outage', title: 'One', happened: DAY });
  const search = page.getByRole('searchbox', { name: 'Search COEs' });
  await search.focus();
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search).toBeFocused();
});

test('every command does something or says why not', async ({ once: { page } }) => {
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.keyboard.press('F11');
  await expect(page.getByText('“Focus mode” needs an open COE. Open one first.')).toBeVisible();
  await page.keyboard.press('Control+/');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});
