import { expect, test } from './support/app.ts';
import { onlyIf } from './support/only-if.ts';

test.use({ sharesApp: true });

/** A page whose engine has Temporal, and that counts how often a function of one of its types is called. */
type Counting = { readonly Temporal: Readonly<Record<string, Record<string, unknown>>>; calls: number };

test('the page uses the Temporal of its engine where there is one', { tag: '@engines' }, async ({ once: { page } }) => {
  onlyIf(await page.evaluate(() => 'Temporal' in globalThis), 'this engine has no Temporal');
  await page.evaluate(() => {
    const here = globalThis as unknown as Counting;
    here.calls = 0;
    for (const type of Object.getOwnPropertyNames(here.Temporal).map((name) => here.Temporal[name] ?? {}))
      for (const name of Object.getOwnPropertyNames(type)) {
        const own = type[name];
        if (typeof own !== 'function' || name === 'prototype') continue;
        type[name] = (...args: unknown[]) => {
          here.calls += 1;
          return Reflect.apply(own, type, args);
        };
      }
  });
  await page.keyboard.press('Control+N');
  await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();
  await page.getByRole('radio', { name: 'Outage', exact: true }).check();
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as Counting).calls)).toBeGreaterThan(0);
  await page.reload(); // puts back what was replaced
});
