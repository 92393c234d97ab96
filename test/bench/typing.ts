import type { Page } from '@playwright/test';

type Listening = { afterPaint: () => Promise<number>; keyTimes: number[]; stopKeys: () => void };

const WORDS = 'the pager rang twice and nobody knew which of the two queues it meant so we looked at both ';

/**
 * Types that many keys into whatever has the focus. Answers the milliseconds from each key to the paint with its
 * letter.
 */
export async function timeKeys(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const own = window as unknown as Listening;
    own.keyTimes = [];
    const onKey = (event: KeyboardEvent): void => {
      const pressed = event.timeStamp;
      void own.afterPaint().then((painted) => own.keyTimes.push(painted - pressed));
    };
    window.addEventListener('keydown', onKey, { capture: true });
    own.stopKeys = () => window.removeEventListener('keydown', onKey, { capture: true });
  });
  for (let typed = 0; typed < count; typed += 1) {
    await page.keyboard.press(WORDS[typed % WORDS.length] === ' ' ? 'Space' : (WORDS[typed % WORDS.length] ?? 'a'));
    await page.waitForTimeout(20);
  }
  return page.evaluate(() => {
    const own = window as unknown as Listening;
    own.stopKeys();
    return own.keyTimes;
  });
}
