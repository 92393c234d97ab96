import type { Page } from '@playwright/test';

/**
 * Opens COEs from the list, one after the other. Answers the milliseconds from each click until its prose was painted.
 */
export async function timeOpenings(page: Page, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let opened = 0; opened < count; opened += 1) {
    await page.evaluate(() => (window.location.hash = '#/coes'));
    await page
      .locator('[data-coe-row] a')
      .nth(opened % 6)
      .waitFor();
    await page.waitForTimeout(300);
    times.push(await page.evaluate(openAndWait, opened % 6));
  }
  return times;
}

async function openAndWait(place: number): Promise<number> {
  const { afterPaint } = window as unknown as { afterPaint: () => Promise<number> };
  const begun = performance.now();
  document.querySelectorAll<HTMLElement>('[data-coe-row] a')[place]?.click();
  await new Promise<void>((resolve) => {
    const look = (): boolean => document.querySelector('[role="textbox"][contenteditable="true"]') !== null;
    const observer = new MutationObserver(() => {
      if (!look()) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  });
  return (await afterPaint()) - begun;
}
