import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { canaryCoe } from '#test/support/canary-coe.ts';

import { expect, test } from './support/app.ts';
import { ask } from './support/ask.ts';
import { chooseInMenu } from './support/menu.ts';
import { violations } from './support/violations.ts';

test.use({ sharesApp: true });

test(
  'diagnostics are shown before they are copied, and hold no word, path or name',
  { tag: '@engines' },
  async ({ launch, folder, userData }) => {
    const library = path.join(folder, 'Canary library of Wren');
    mkdirSync(path.join(library, 'coes'), { recursive: true });
    const { coe, canaries } = canaryCoe();
    writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
    writeFileSync(path.join(library, 'coes', 'Wren wrote this.json'), 'not a COE');
    writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ welcomed: true, authorName: 'Wren Canary' }));
    const { app, page } = await launch({ library });
    await page.keyboard.press('Control+2');
    await expect.poll(() => ask(page, 'library:state', {})).toMatchObject({ value: { coeCount: 1, problemCount: 1 } });
    await chooseInMenu(app, 'help.diagnostics');
    const dialog = page.getByRole('dialog', { name: 'Copy diagnostics' });
    await expect(dialog.getByLabel('Diagnostics')).toContainText('coes: 1');
    expect(await violations(page)).toEqual([]);
    const shown = await dialog.getByLabel('Diagnostics').textContent();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await expect(dialog).toBeHidden();
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toBe(shown);
    expect(copied).toContain('problems: 1');
    for (const canary of canaries.values()) expect(copied).not.toContain(canary);
    expect(copied).not.toMatch(/wren|canary library|\/|\\\\/i);
    expect(copied).not.toContain(path.basename(folder));
  },
);

test('Is there a newer one? says the version, and asks nobody', async ({ once: { app, page } }) => {
  await chooseInMenu(app, 'help.newer');
  const dialog = page.getByRole('dialog', { name: 'Is there a newer one?' });
  await expect(dialog).toContainText(/This is Once \d+\.\d+\.\d+/);
  await expect(dialog).toContainText('Look where you got it from.');
  expect(await violations(page)).toEqual([]);
});
