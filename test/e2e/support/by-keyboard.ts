import { expect, type Locator, type Page } from '@playwright/test';

/** The most elements that a key may pass on its way. */
const FAR = 150;

/** Presses a key until an element has the focus. */
export async function goTo(page: Page, target: Locator, key: 'Tab' | 'ArrowDown'): Promise<void> {
  await expect(target).toBeVisible();
  // Looking for it by role and name anew after each key takes most of the way.
  let element = await target.elementHandle();
  for (let step = 0; step < FAR; step += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    const found = await element?.evaluate((one) => (one.isConnected ? one === document.activeElement : null));
    if (found === true) return;
    // oxlint-disable-next-line no-await-in-loop -- drawn again meanwhile
    if (found !== false) element = await target.elementHandle();
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    else await page.keyboard.press(key);
  }
  throw new Error(`${key} does not get to ${String(target)}`);
}

/** Goes to an element with Tab. */
export const tabTo = (page: Page, target: Locator): Promise<void> => goTo(page, target, 'Tab');

/** Goes to an element with Tab, and presses Enter on it. */
export async function enterOn(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to the chosen one of some radio buttons with Tab, and from there to another with an arrow key. */
export async function choose(page: Page, group: Locator, from: string, to: string): Promise<void> {
  await tabTo(page, group.getByRole('radio', { name: from }));
  for (const _ of ['first', 'second', 'third']) {
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    if (await group.getByRole('radio', { name: to }).isChecked()) break;
    // oxlint-disable-next-line no-await-in-loop -- one key after the other
    await page.keyboard.press('ArrowRight');
  }
  await expect(group.getByRole('radio', { name: to })).toBeChecked();
}

/** Waits until some element has the focus: with none, a person without a mouse does not know where they are. */
export const someFocus = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body), {
      message: 'an element has the focus',
    })
    .toBe(true);
