import type { Page } from '@playwright/test';

import { answerTo } from '../e2e/support/ask.ts';

/** Goes to an address of the app and waits until its screen is drawn and no placeholder is left. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => (window.location.hash = hash), `#${address}`);
  await page.waitForTimeout(300);
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'hidden' });
  await page.locator('[aria-busy="true"]').waitFor({ state: 'hidden' });
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
}

/** Opens the COE that comes first in a search, on one of its sections. */
export async function openCoe(page: Page, text: string, section?: string): Promise<void> {
  const request = { filter: {}, text, order: 'best-match', offset: 0, limit: 1 } as const;
  const { rows } = await answerTo(page, 'coes:list', request);
  const [row] = rows;
  if (row === undefined) throw new Error(`There is no COE for: ${text}`);
  await goTo(page, `/coes/${row.id}${section === undefined ? '' : `?section=${section}`}`);
  await page.getByRole('status', { name: 'Save state' }).waitFor();
}
