import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { violations, violationsInBothThemes } from './support/violations.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { saved, showWhole, startCoe, writeProse } from './support/writing.ts';

/** Every screen, and what it shows when all of it is there. */
const SCREENS: Record<string, (page: Page) => Locator> = {
  today: (page) => page.getByRole('button', { name: /^Answer/ }),
  coes: (page) => page.getByRole('list', { name: 'COEs' }).getByRole('listitem'),
  actions: (page) => page.getByRole('grid', { name: 'Actions' }).getByRole('row'),
  themes: (page) => page.getByRole('figure'),
  handbook: (page) => page.getByRole('main').getByRole('link'),
  settings: (page) => page.getByRole('main').getByRole('radiogroup'),
  trash: (page) => page.getByText('Nothing in the trash'),
  problems: (page) => page.getByText('No problems'),
  backups: (page) => page.getByRole('main').getByRole('button'),
};

/** Of the screens whose heading is not their name. */
const HEADINGS: Record<string, string> = { handbook: 'Why COEs' };

async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((name) => (window.location.hash = `#/${name}`), screen);
  await expect(
    page.getByRole('heading', { level: 1, name: HEADINGS[screen] ?? new RegExp(`^${screen}$`, 'i') }),
  ).toBeVisible();
}

for (const window of WINDOWS) {
  const tag = window === WINDOWS[0] ? '@engines' : [];
  test(`axe finds no violations on any screen in light and dark, ${window.name}`, { tag }, async ({ launch }) => {
    const { app, page } = await launch();
    await setWindow(app, page, window);
    await expect(page.getByText('Anyone can make a mistake once')).toBeVisible();
    expect(await violationsInBothThemes(page), 'the empty library').toEqual([]);
    await answerTo(page, 'library:open-examples', {});
    for (const [screen, content] of Object.entries(SCREENS)) {
      await goTo(page, screen);
      await expect(content(page).first()).toBeVisible();
      expect.soft(await violationsInBothThemes(page), screen).toEqual([]);
    }
    await goTo(page, 'today');
    await page
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: 'Did it hold?' }).getByRole('radio', { name: 'Not yet tested' }).check();
    expect.soft(await violationsInBothThemes(page), 'Did it hold?').toEqual([]);
    await page.keyboard.press('Escape');
    await goTo(page, 'coes');
    await page
      .getByRole('list', { name: 'COEs' })
      .getByRole('link', { name: /graduation/i })
      .click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'a COE, guided').toEqual([]);
    // In a small window the header is folded while the focus is below it.
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await showWhole(page);
    await expect(page.getByRole('region', { name: '5 whys' })).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'a COE, whole').toEqual([]);
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('button', { name: 'New COE' }).click();
    await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'New COE').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+p');
    await expect(page.getByRole('dialog', { name: 'Go to anything' }).getByRole('option').first()).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'the palette').toEqual([]);
    await page.keyboard.press('Escape');
    await startCoe(page, 'Career setback', 'Just begun');
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await showWhole(page);
    expect.soft(await violationsInBothThemes(page), 'a new COE, whole').toEqual([]);
    await page.getByRole('button', { name: 'Details' }).click();
    await expect(page.getByRole('textbox', { name: 'Summary' })).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'the details').toEqual([]);
    await page.getByRole('button', { name: /^Severity: / }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect.soft(await violationsInBothThemes(page), 'the severity').toEqual([]);
  });
}

test.describe('in a running app', () => {
  test.use({ sharesApp: true });

  test('axe finds no violations where two versions of a COE are compared', async ({ launch, library }) => {
    const { page } = await launch();
    await startCoe(page, 'Outage', 'Two versions');
    await writeProse(page, 'Additional context', 'Mine.');
    await saved(page);
    const [file] = [...(await readCoeFiles(library)).values()];
    const theirs = structuredClone(file) as unknown as Coe;
    theirs.sections.context.prose = 'Theirs.';
    theirs.status = 'ready';
    await writeFile(path.join(library, 'coes', `${theirs.id} (1).json`), JSON.stringify(theirs));
    const banner = page.getByRole('region', { name: 'Another version of this COE' });
    await expect(banner).toBeVisible();
    expect.soft(await violations(page), 'the banner').toEqual([]);
    await banner.getByRole('button', { name: 'Compare and merge' }).click();
    await expect(page.getByRole('dialog', { name: 'Two versions of this COE' })).toBeVisible();
    expect.soft(await violations(page), 'the choices').toEqual([]);
    await page.keyboard.press('Escape');
    for (const screen of ['coes', 'problems']) {
      await goTo(page, screen);
      await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      expect.soft(await violations(page), screen).toEqual([]);
    }
  });
});
