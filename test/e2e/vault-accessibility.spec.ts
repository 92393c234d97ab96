import type { ElectronApplication } from '@playwright/test';

import { expect, test } from './support/app.ts';
import { lockBy } from './support/lock.ts';
import { violationsInBothThemes } from './support/violations.ts';

const PASSPHRASE = 'rain on a tin roof at night';
const SLOW = 90_000;

test('axe finds no violations in light and dark while a library is encrypted and locked', async ({ launch }) => {
  test.setTimeout(4 * SLOW);
  const { app, page } = await launch();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Encrypt this library…' }).click();
  expect.soft(await violationsInBothThemes(page), 'what it protects').toEqual([]);
  await page.getByRole('button', { name: 'Choose a passphrase' }).click();
  await page.getByLabel('New passphrase').fill('rain');
  expect.soft(await violationsInBothThemes(page), 'a passphrase').toEqual([]);
  await page.getByLabel('New passphrase').fill(PASSPHRASE);
  await page.getByLabel('Repeat the passphrase').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Continue' }).click();
  const recoveryKey = (await page.getByLabel('Recovery key').textContent()) ?? '';
  expect.soft(await violationsInBothThemes(page), 'the recovery key').toEqual([]);
  await page.getByRole('button', { name: 'I have written it down' }).click();
  await page.getByRole('textbox', { name: 'Recovery key' }).fill('not it');
  await page.getByRole('button', { name: 'Encrypt the library' }).click();
  await expect(page.getByRole('alert')).toContainText('does not match the one shown');
  expect.soft(await violationsInBothThemes(page), 'typed back wrong').toEqual([]);
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey);
  const goOn = await holdEncryption(app);
  await page.getByRole('button', { name: 'Encrypt the library' }).click();
  await expect(page.getByRole('heading', { name: 'Encrypting this library' })).toBeVisible();
  expect.soft(await violationsInBothThemes(page), 'while it is encrypted').toEqual([]);
  await goOn();
  const done = page.getByRole('button', { name: 'Done' });
  await expect(done).toBeVisible({ timeout: SLOW });
  expect.soft(await violationsInBothThemes(page), 'it is encrypted').toEqual([]);
  await done.click();
  await page.getByRole('button', { name: 'Change the passphrase…' }).scrollIntoViewIfNeeded();
  expect.soft(await violationsInBothThemes(page), 'the settings of an encrypted library').toEqual([]);
  await page.getByRole('button', { name: 'Change the passphrase…' }).click();
  expect.soft(await violationsInBothThemes(page), 'another passphrase').toEqual([]);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await lockBy(page, () => page.getByRole('button', { name: 'Lock now', exact: true }).click());
  expect.soft(await violationsInBothThemes(page), 'locked').toEqual([]);
  await page.getByLabel('Passphrase or recovery key').fill('wrong, surely');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('wrong', { timeout: SLOW });
  expect.soft(await violationsInBothThemes(page), 'a wrong passphrase').toEqual([]);
});

/**
 * Has main wait before it makes the folder of the keys, with which an encryption begins. Answers how to let it go on.
 */
async function holdEncryption(app: ElectronApplication): Promise<() => Promise<void>> {
  await app.evaluate(() => {
    type Builtins = { getBuiltinModule: (name: string) => Record<string, (...given: unknown[]) => unknown> };
    const { getBuiltinModule } = process as unknown as Builtins;
    const files = getBuiltinModule('node:fs/promises');
    const make = files['mkdir'];
    const held = new Promise<void>((resolve) => void Object.assign(globalThis, { goOn: resolve }));
    files['mkdir'] = async (...given) => {
      if (/[\\/]vault$/.test(String(given[0]))) await held;
      return make?.(...given);
    };
    getBuiltinModule('node:module')['syncBuiltinESMExports']?.();
  });
  return () => app.evaluate(() => (globalThis as unknown as { goOn: () => void }).goOn());
}
