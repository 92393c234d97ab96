import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

import { answerTo } from './ask.ts';
import { untilComplete } from './until-quiet.ts';

/**
 * What axe finds on the page, once no placeholder is left and every animation that ends has ended: half-way through a
 * fade, text has too little contrast. Legacy mode keeps to the one page there is, since Electron cannot open another
 * for axe to work in. All rules run; only the nodes that pass are not reported, which takes axe as long as the check.
 */
export async function violations(page: Page): Promise<string[]> {
  await untilComplete(page);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  const { violations: found } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Changes the theme as Settings would, and waits until the page has it. */
export async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await answerTo(page, 'settings:change', { theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
