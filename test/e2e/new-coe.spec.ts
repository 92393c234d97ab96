import type { Locator } from '@playwright/test';

import { expect, readCoeFiles, test } from './support/app.ts';
import { chooseInMenu } from './support/menu.ts';

test.use({ sharesApp: true });

/** What the dialog says when it is to start without a kind. */
const askForKind = (dialog: Locator): Locator => dialog.getByText(/^Choose a kind/);

test('a COE can be started with the keyboard alone', async ({ once: { page }, library }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Let go in the spring');
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Outage', exact: true })).toBeFocused();
  await page.keyboard.press('2');
  await expect(dialog.getByRole('radio', { name: 'Missed event', exact: true })).toBeChecked();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Career setback', exact: true })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('around May 2026');
  await expect(dialog.getByText('about May 2026')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
  const [coe] = [...(await readCoeFiles(library)).values()];
  expect(coe).toMatchObject({
    kind: 'career-setback',
    title: 'Let go in the spring',
    happened: { precision: 'month', value: '2026-05', approximate: true },
  });
});

test('no kind is chosen for a person, and Enter asks for one before it starts', async ({ once: { page }, library }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Forgot the school play');
  const kinds = dialog.getByRole('radiogroup', { name: 'Kind' });
  await expect(kinds).toHaveAttribute('aria-required', 'true');
  await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(kinds).toBeFocused();
  // The ring around them follows it.
  await expect(kinds).toHaveCSS('border-radius', '8px');
  await expect(askForKind(dialog)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0);
  expect((await readCoeFiles(library)).size).toBe(0);
  await page.keyboard.press('Tab');
  await expect(kinds.getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('2');
  await expect(askForKind(dialog)).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
  const [coe] = [...(await readCoeFiles(library)).values()];
  expect(coe).toMatchObject({ kind: 'missed-event', title: 'Forgot the school play' });
});

test('who goes on writing when a kind is asked for writes on in the title, and chooses no kind', async ({
  once: { page },
}) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  const title = dialog.getByRole('textbox', { name: 'Title' });
  const kinds = dialog.getByRole('radiogroup', { name: 'Kind' });
  await expect(title).toBeFocused();
  await page.keyboard.type('Forgot the school play.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('2 of us stood there at 4, and the hall was dark.');
  await expect(title).toHaveValue('Forgot the school play. 2 of us stood there at 4, and the hall was dark.');
  await page.keyboard.press('Enter');
  await expect(kinds).toBeFocused();
  await page.keyboard.type(' The third time.');
  await expect(title).toHaveValue(/ was dark\. The third time\.$/);
  await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('Backspace and a paste go on in the title when a kind is asked for', async ({ once: { app, page } }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  const title = dialog.getByRole('textbox', { name: 'Title' });
  const kinds = dialog.getByRole('radiogroup', { name: 'Kind' });
  await expect(title).toBeFocused();
  await page.keyboard.type('Forgot the school playy');
  await page.keyboard.press('Enter');
  await expect(kinds).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(title).toHaveValue('Forgot the school play');
  await expect(title).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(kinds).toBeFocused();
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `on Friday,\nat four${' o'.repeat(2000)}`);
  await page.keyboard.press('Control+v');
  await expect(title).toHaveValue(/^Forgot the school play on Friday, at four o o /);
  await expect(title).toBeFocused();
  expect((await title.inputValue()).length).toBeLessThanOrEqual(2000);
  await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('Start can be pressed at any time, and leads to what is missing', async ({ once: { page }, library }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  const start = dialog.getByRole('button', { name: 'Start' });
  const kinds = dialog.getByRole('radiogroup', { name: 'Kind' });
  await start.click();
  await expect(dialog.getByText('Enter a title.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('Forgot the school play');
  await start.click();
  await expect(kinds).toBeFocused();
  await expect(askForKind(dialog)).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(kinds.getByRole('radio').first()).toBeFocused();
  await expect(kinds.getByRole('radio', { checked: true })).toHaveCount(0);
  expect((await readCoeFiles(library)).size).toBe(0);
});

test('Enter in the time picker is about the time alone', async ({ once: { page } }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Forgot the school play');
  await dialog.getByRole('button', { name: /choose a date or time/i }).click();
  await page.getByRole('radio', { name: 'Year' }).check();
  const year = page.getByRole('textbox', { name: 'Year' });
  await year.fill('2025');
  await year.press('Enter');
  await expect(year).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog.getByRole('button', { name: 'Start' })).toBeVisible();
  await expect(askForKind(dialog)).toBeHidden();
});

test('the depth is chosen at the start, and the text that it begins with has the caret', async ({
  once: { page },
  library,
}) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  const depth = dialog.getByRole('radiogroup', { name: 'Depth' });
  await expect(depth.getByRole('radio', { name: 'Standard' })).toBeChecked();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A disk filled up');
  await dialog.getByRole('radio', { name: 'Outage', exact: true }).check();
  await depth.getByRole('radio', { name: 'Quick' }).check();
  await expect(dialog.getByText('About ten minutes')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Nobody could sign in.');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Nobody could sign in.');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveAttribute(
    'aria-placeholder',
    'Write here what happened, in your own words',
  );
  await expect(page.getByText('1 of 5', { exact: true })).toBeVisible();
  const [coe] = [...(await readCoeFiles(library)).values()];
  expect(coe).toMatchObject({ depth: 'quick' });
});

test('a kind chosen in the menu is preselected', async ({ once }) => {
  await chooseInMenu(once.app, 'coe.new-missed-event');
  const dialog = once.page.getByRole('dialog', { name: 'New COE' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await expect(dialog.getByRole('radio', { name: 'Missed event', exact: true })).toBeChecked();
  await once.page.keyboard.type('The school play');
  await once.page.keyboard.press('Enter');
  await expect(once.page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
});

test('an unreadable time is kept and reported, not replaced by today', async ({ once: { page }, library }) => {
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A title');
  await dialog.getByRole('textbox', { name: 'When did it happen?' }).fill('one of these days');
  await dialog.getByRole('radio', { name: 'Outage', exact: true }).check();
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(dialog.getByText('Not a time I can read.')).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'When did it happen?' })).toHaveValue('one of these days');
  expect((await readCoeFiles(library)).size).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
