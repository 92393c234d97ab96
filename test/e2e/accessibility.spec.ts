import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';

/** Legacy mode keeps to the one page there is: Electron cannot open another for axe to work in. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

const SCREENS = ['coes', 'actions', 'themes', 'handbook', 'settings', 'trash', 'problems', 'backups'];

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
