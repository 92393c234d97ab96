import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

/** Legacy mode keeps to the one page there is: Electron cannot open another for axe to work in. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const SCREENS = ['today', 'coes', 'actions', 'themes', 'handbook', 'settings', 'trash', 'problems', 'backups'];

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to on any screen, ${theme}`, async ({ launch }) => {
    test.setTimeout(120_000);
    const { page } = await launch();
    await answerTo(page, 'settings:change', { theme });
    await expect(page.getByText('Anyone may make a mistake once')).toBeVisible();
    // Colours fade for an instant when the paper changes, and half-way they have no contrast.
    await page.waitForTimeout(400);
    expect(await violations(page), 'the empty library').toEqual([]);
    await answerTo(page, 'library:open-examples', {});
    for (const screen of SCREENS) {
      await page.evaluate((name) => (window.location.hash = `#/${name}`), screen);
      await expect(page.locator('h1').first()).toBeVisible();
      await page.waitForTimeout(400);
      expect.soft(await violations(page), screen).toEqual([]);
    }
    await page.evaluate(() => (window.location.hash = '#/today'));
    await page
      .getByRole('button', { name: /^Answer/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: 'Did it hold?' }).getByRole('radio', { name: 'Not yet tested' }).check();
    await page.waitForTimeout(400);
    expect.soft(await violations(page), 'Did it hold?').toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => (window.location.hash = '#/coes'));
    await page
      .getByRole('list', { name: 'COEs' })
      .getByRole('link', { name: /graduation/i })
      .click();
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
    expect.soft(await violations(page), 'a COE, guided').toEqual([]);
    await page.getByRole('radio', { name: 'Whole' }).check();
    await expect(page.getByRole('region', { name: '5 whys' })).toBeVisible();
    expect.soft(await violations(page), 'a COE, whole').toEqual([]);
    await page.getByRole('link', { name: 'COEs' }).click();
    await page.getByRole('button', { name: 'New COE' }).click();
    await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();
    expect.soft(await violations(page), 'New COE').toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+p');
    await page.waitForTimeout(400);
    expect.soft(await violations(page), 'the palette').toEqual([]);
  });
}

test('axe finds nothing to object to where two versions of a COE are compared', async ({ launch, library }) => {
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
  await page.waitForTimeout(400);
  expect.soft(await violations(page), 'the choices').toEqual([]);
  await page.keyboard.press('Escape');
  for (const screen of ['coes', 'problems']) {
    await page.evaluate((name) => (window.location.hash = `#/${name}`), screen);
    await expect(page.locator('h1').first()).toBeVisible();
    await page.waitForTimeout(400);
    expect.soft(await violations(page), screen).toEqual([]);
  }
});
