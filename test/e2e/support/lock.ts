import { expect, type Page } from '@playwright/test';

/** The heading of the screen of a locked library. */
export const lockedHeading = (page: Page) => page.getByRole('heading', { name: 'This library is locked' });

/**
 * Locks, and waits until the page is the one loaded afterwards: the one before shows the same screen, and loses what is
 * typed there.
 */
export async function lockBy(page: Page, lock: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => Object.assign(window, { leftBehind: true }));
  await lock();
  await expect.poll(() => page.evaluate(() => 'leftBehind' in window).catch(() => true)).toBe(false);
  await expect(lockedHeading(page)).toBeVisible();
}
