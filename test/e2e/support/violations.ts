import { expect, type Page } from '@playwright/test';
import axe, { type RunOptions } from 'axe-core';

import { answerTo } from './ask.ts';
import { untilComplete } from './until-quiet.ts';

/** All rules; only the nodes that pass are not reported, which takes axe as long as the check. */
const ALL_RULES: RunOptions = { resultTypes: ['violations'] };
/** The rules among them that look at colours: those that axe tags `cat.color`, but the one for higher contrast, which is off. */
const COLOUR_RULES: RunOptions = {
  ...ALL_RULES,
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
};

/** What axe finds on the page, once it stands still. */
export async function violations(page: Page): Promise<string[]> {
  await untilStill(page);
  return runAxe(page, ALL_RULES);
}

/**
 * What axe finds on the page in both themes, which leaves it in the other one. A theme changes nothing but colours, so
 * only the rules about colours run in the second, unless the page has other elements there.
 */
export async function violationsInBothThemes(page: Page): Promise<string[]> {
  const isDark = (await page.locator('html').getAttribute('data-theme')) === 'dark';
  const [first, second] = isDark ? (['dark', 'light'] as const) : (['light', 'dark'] as const);
  await showTheme(page, first);
  const inFirst = await violations(page);
  const elements = await elementsOf(page);
  const open = await openOverlays(page);
  await showTheme(page, second);
  await untilStill(page);
  expect(await openOverlays(page), 'dialogs and menus that stay open when the theme changes').toBe(open);
  const inSecond = await runAxe(page, (await elementsOf(page)) === elements ? COLOUR_RULES : ALL_RULES);
  return [...inFirst.map((found) => `${first}: ${found}`), ...inSecond.map((found) => `${second}: ${found}`)];
}

/** Changes the theme as Settings would, and waits until the page has it. */
export async function showTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await answerTo(page, 'settings:change', { theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}

/**
 * Waits until no placeholder is left, every animation that ends has ended, and a screen is there: half-way through a
 * fade, text has too little contrast, and before a screen is drawn there is no heading.
 */
async function untilStill(page: Page): Promise<void> {
  await untilComplete(page);
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  await expect(page.locator('h1').first()).toBeAttached();
}

/** Runs axe in the page. It is loaded once, and stays until the page is loaded again. */
async function runAxe(page: Page, options: RunOptions): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (options) => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    const { violations } = await run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  }, options);
}

/** How many dialogs and menus are open. */
const openOverlays = (page: Page): Promise<number> => page.locator('[role=dialog], [role=menu]').count();

/** Every element of the page with its attributes and text. */
const elementsOf = (page: Page): Promise<string> => page.evaluate(() => document.body.outerHTML);
