import type { Page } from '@playwright/test';

import { ROWS_AT_ONCE } from '#ipc/coe-list.ts';

/**
 * About sixty searches as people type them: common and rare words, beginnings of words, phrases, operators, nothing to
 * find.
 */
const QUERIES: readonly string[] = [
  ...'the pager queue database rollback graduation certificate calendar reminder train sleep meeting customer'.split(' '),
  ...'re de co ra que cal zan ber-1 kelber lumnor'.split(' '),
  ...'passport birthday dinner appointment medicine dashboard handover rota invoice refund budget interview'.split(' '),
  'nobody knew', 'deploy config', 'the alert was late', 'missed the train', '"the queue"', '"of the"', 'team -alert',
  'kind:outage database', 'kind:missed-event', 'status:draft the', 'severity:3 deploy', 'after:2025-01 cache',
  'before:2024 shift', 'tag:family', 'condition:assumption phone', 'zzzzqqq', 'noth', 'waited for the last bus home',
  'database timeout retry', 'review feedback manager', 'doctor', 'platform', 'checked the backup', 'a', 'in', 'st',
]; // prettier-ignore

/**
 * Asks for as many rows of the list as the screen does, with many different searches. Answers the milliseconds of each
 * round trip from the page.
 */
export const timeSearches = (page: Page): Promise<number[]> =>
  page.evaluate(
    async ({ queries, limit }) => {
      type Ask = (channel: string, request: unknown) => Promise<{ ok: boolean }>;
      const { ask } = (window as unknown as { once: { ask: Ask } }).once;
      const times: number[] = [];
      for (const text of queries) {
        const begun = performance.now();
        const result = await ask('coes:list', { filter: {}, text, order: 'best-match', offset: 0, limit });
        if (!result.ok) throw new Error(`The search failed: ${text}`);
        times.push(performance.now() - begun);
      }
      return times;
    },
    { queries: QUERIES, limit: ROWS_AT_ONCE },
  );

const TYPED = ['pager', 'graduation', 'database', 'handover', 'reminder'];

/**
 * Types words into the search box. Answers the milliseconds from each key that changed the list until the list was
 * painted.
 */
export async function timeSearchTyping(page: Page): Promise<number[]> {
  await page.evaluate(() => (window.location.hash = '#/coes'));
  const box = page.getByRole('searchbox').first();
  const times: number[] = [];
  for (const word of TYPED) {
    await box.fill('');
    await page.waitForTimeout(400);
    await box.focus();
    for (const letter of word) {
      await page.evaluate(watchForChange);
      await page.keyboard.press(letter);
      const time = await page.evaluate(() => (window as unknown as Watching).listChange);
      if (time !== null) times.push(time);
    }
  }
  await box.fill('');
  return times;
}

type Watching = { afterPaint: () => Promise<number>; listChange: Promise<number | null> };

/** Leaves behind the time from the next key to the list it changed: null when the longer word finds as many. */
function watchForChange(): void {
  const own = window as unknown as Watching;
  const count = (): string => document.querySelector('header [role="status"]')?.textContent ?? '';
  const before = count();
  let pressed = performance.now();
  window.addEventListener('keydown', (event) => (pressed = event.timeStamp), { capture: true, once: true });
  own.listChange = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (count() === before) return;
      observer.disconnect();
      void own.afterPaint().then((painted) => resolve(painted - pressed));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    setTimeout(() => resolve(null), 700);
  });
}
