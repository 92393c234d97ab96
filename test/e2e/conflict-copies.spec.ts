import { existsSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

/** How two sync programs name what they put beside a file. */
const NAMES: readonly [string, (id: string) => string][] = [
  ['Dropbox', (id) => `${id} (Ana's conflicted copy 2024-01-15).json`],
  ['Syncthing', (id) => `${id}.sync-conflict-20240115-101112-ABCDEFG.json`],
];

for (const [program, nameOf] of NAMES) {
  test(`a conflict copy by ${program} is shown with its COE, merged on request, and quarantined`, async ({
    launch,
    library,
  }) => {
    const { page } = await launch();
    await startCoe(page, 'Outage', 'On two computers');
    await writeProse(page, 'Additional context', 'Mine, from here.');
    await saved(page);
    const coes = path.join(library, 'coes');
    const [[own = '', file] = []] = [...(await readCoeFiles(library))];
    const theirs = structuredClone(file) as unknown as Coe;
    theirs.sections.context.prose = 'Theirs, from the other computer.';
    theirs.coach = 'Somebody else';
    const copy = nameOf(theirs.id);
    const text = JSON.stringify(theirs, null, 2);
    await writeFile(path.join(coes, copy), text);

    const banner = page.getByRole('region', { name: 'Another version of this COE' });
    await expect(banner).toContainText(copy);
    await page.getByRole('link', { name: 'COEs' }).click();
    const row = page.getByRole('listitem', { name: /^On two computers/ });
    await expect(row).toContainText('Has another version');
    await expect(page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(1);

    await page.getByRole('link', { name: '1 other version to compare' }).click();
    await expect(page.getByRole('listitem').filter({ hasText: copy })).toContainText('another version of a COE');
    await page.getByRole('button', { name: `Open the COE of ${copy}` }).click();
    await banner.getByRole('button', { name: 'Compare and merge' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two versions of this COE' });
    await expect(dialog).toContainText('Mine, from here.');
    await expect(dialog).toContainText('Theirs, from the other computer.');
    await dialog.getByRole('button', { name: 'Use these choices' }).click();

    await expect(banner).toHaveCount(0);
    await expect.poll(() => readdir(coes)).toEqual([own]);
    const merged = JSON.parse(await readFile(path.join(coes, own), 'utf8')) as Coe;
    expect(merged.sections.context.prose).toContain('Mine, from here.');
    expect(merged.sections.context.prose).toContain('Theirs, from the other computer.');
    expect(merged.coach).toBe('Somebody else');
    expect(await readFile(path.join(library, 'set-aside', copy), 'utf8')).toBe(text);
  });
}

test('a conflict copy whose COE is missing can be restored as the COE', async ({ launch, library }) => {
  const once = await launch();
  await startCoe(once.page, 'Outage', 'Only a copy is left');
  await writeProse(once.page, 'Additional context', 'Words.');
  await saved(once.page);
  await once.quit();
  const coes = path.join(library, 'coes');
  const [own = ''] = await readdir(coes);
  const copy = own.replace('.json', ' 2.json');
  await rename(path.join(coes, own), path.join(coes, copy));
  const { page } = await launch();
  await page.getByRole('link', { name: '1 file could not be read' }).click();
  await page.getByRole('button', { name: `Restore as the COE: ${copy}` }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Only a copy is left');
  expect(existsSync(path.join(coes, own))).toBe(true);
  expect(await readdir(coes)).toEqual([own]);
});
