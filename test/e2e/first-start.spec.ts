import { writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, readCoeFiles, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { violations } from './support/violations.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });

/** Presses Tab until a button has the focus, and then Enter. */
async function pressByKeyboard(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name });
  const hasFocus = () => button.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 30 && !(await hasFocus()); tabs += 1) await page.keyboard.press('Tab');
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
}

test.describe('with user data that no app has used yet', () => {
  test.use({ sharesApp: false });

  test('the first start leads from what a COE is to the first one, by keyboard alone', async ({ launch, library }) => {
    writeFileSync(path.join(library, '.stfolder'), '');
    const { page } = await launch();
    await expect(page.getByText('COE stands for Correction of Errors')).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await pressByKeyboard(page, 'Continue');
    await expect(heading(page, 'Where your files are')).toBeFocused();
    await expect(page.getByText(library)).toBeVisible();
    await expect(page.getByText('Syncthing copies this folder to your other devices.')).toBeVisible();
    await pressByKeyboard(page, 'Back');
    await expect(heading(page, 'Anyone can make a mistake once')).toBeFocused();
    await pressByKeyboard(page, 'Continue');
    await pressByKeyboard(page, 'Keep this folder');
    await expect(heading(page, 'Lock it, now or later')).toBeFocused();
    await pressByKeyboard(page, 'Later');
    await expect(heading(page, 'Begin')).toBeFocused();
    await pressByKeyboard(page, 'Write your first COE');
    await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();

    // Whoever thinks better of it is where they were, and only a COE ends the introduction.
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Begin')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Write your first COE' })).toBeFocused();
    await startCoe(page, 'Missed event', 'I missed the graduation', '14 Nov 2026');
    await expect.poll(() => answerTo(page, 'settings:read', {})).toMatchObject({ welcomed: true });
  });

  test('the first start can be skipped, and does not come back', async ({ launch, relaunch }) => {
    const once = await launch();
    await once.page.getByRole('button', { name: 'Skip the introduction' }).click();
    await expect(heading(once.page, 'No COEs here yet')).toBeVisible();
    const { page } = await relaunch(once);
    await expect(heading(page, 'No COEs here yet')).toBeVisible();
  });
});

test('the first start offers to bring what the person has, and is there again when that was cancelled', async ({
  launch,
  folder,
  library,
}) => {
  const report = path.join(folder, 'disk.md');
  writeFileSync(report, '# A disk was full\n\n## Root cause\n\nNobody looked at the disk.\n');
  const once = await launch();
  const { page } = once;
  await answerDialogs(once.app, '', report);
  await pressByKeyboard(page, 'Continue');
  await pressByKeyboard(page, 'Keep this folder');
  await pressByKeyboard(page, 'Later');
  await pressByKeyboard(page, 'Bring what you have…');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(heading(page, 'Begin')).toBeVisible();
  await page.getByRole('button', { name: 'Bring what you have…' }).click();
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const found = page.getByRole('alertdialog', { name: 'Import' });
  await found.getByRole('button', { name: 'Import', exact: true }).click();
  await found.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(1);
  expect((await readCoeFiles(library)).size).toBe(1);
  expect(await answerTo(page, 'settings:read', {})).toMatchObject({ welcomed: true });
});

test('Enter leads through the first start, without Tab', async ({ once: { page } }) => {
  await expect(heading(page, 'Anyone can make a mistake once')).toBeVisible();
  for (const next of ['Where your files are', 'Lock it, now or later', 'Begin']) {
    await page.keyboard.press('Enter');
    await expect(heading(page, next)).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();
});

test('each step of the first start, and an empty library after it, has one filled button', async ({
  once: { page },
}) => {
  for (const name of ['Continue', 'Keep this folder', 'Later', 'Write your first COE']) {
    const main = page.getByRole('button', { name, exact: true });
    const fill = await main.evaluate((button) => getComputedStyle(button).backgroundColor);
    const filled = () =>
      page
        .getByRole('button')
        .evaluateAll(
          (buttons, color) =>
            buttons
              .filter((button) => getComputedStyle(button).backgroundColor === color)
              .map((button) => button.textContent),
          fill,
        );
    await expect.poll(filled).toEqual([name]);
    if (name !== 'Write your first COE') await main.press('Enter');
    else {
      await page.getByRole('button', { name: 'Skip the introduction' }).press('Enter');
      await expect(heading(page, 'No COEs here yet')).toBeVisible();
      await expect.poll(filled).toEqual([name]);
    }
  }
});

test('a second click on a button of the first start does not end it', async ({ once: { app, page } }) => {
  for (const window of WINDOWS) {
    await setWindow(app, page, window);
    for (const [name, next] of [
      ['Continue', 'Where your files are'],
      ['Keep this folder', 'Lock it, now or later'],
      ['Later', 'Begin'],
    ] as const) {
      const button = page.getByRole('button', { name, exact: true });
      await button.click({ trial: true });
      const box = await button.boundingBox();
      if (box === null) throw new Error(`${name} is not on the page`);
      await button.click();
      await expect(heading(page, next)).toBeFocused();
      const pressed = await page.evaluate(
        ([x, y]) => document.elementFromPoint(x, y)?.closest('button')?.textContent ?? '',
        [box.x + box.width / 2, box.y + box.height / 2] as const,
      );
      expect(pressed, `${window.name}, below ${name}`).not.toMatch(/Skip|Back/);
    }
    for (let step = 3; step > 0; step -= 1) await page.getByRole('button', { name: 'Back' }).click();
  }
});

test('the first start goes on where it was after a visit to Settings', async ({ once: { page } }) => {
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Keep this folder' }).click();
  await page.getByRole('button', { name: 'Encrypt it in Settings' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'COEs' }).click();
  await expect(heading(page, 'Begin')).toBeVisible();
});
