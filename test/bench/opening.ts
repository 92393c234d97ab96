import type { Page } from '@playwright/test';

import type { OpenedCoe } from '#ipc/contract.ts';

import { answerTo } from '../e2e/support/ask.ts';

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

/**
 * Opens the COE with the longest timeline among the first fifty, and puts the cursor into the words of its first row.
 */
export async function openLongestTimeline(page: Page): Promise<void> {
  const request = { filter: {}, text: '', order: 'happened-newest', offset: 0, limit: 50 } as const;
  const { rows } = await answerTo(page, 'coes:list', request);
  const opened = await Promise.all(rows.map(({ id }) => answerTo(page, 'coe:open', { id })));
  const lengthOf = ({ coe }: OpenedCoe): number => coe.sections.timeline.entries.length;
  const [longest] = opened.toSorted((first, second) => lengthOf(second) - lengthOf(first));
  if (longest === undefined) throw new Error('The library is empty');
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=timeline`), longest.coe.id);
  await page
    .getByRole('textbox', { name: /^What happened, / })
    .first()
    .click();
}
