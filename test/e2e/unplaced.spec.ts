import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { saved } from './support/writing.ts';

test.use({ sharesApp: true });

test('text that an import could not place is visible, found, and moved to a section', async ({ launch, library }) => {
  const coe = someCoe({ title: 'Imported', kind: 'outage', unplaced: 'Support hours: **10**' }, 1);
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), coe.id);
  const unplaced = page.getByRole('region', { name: 'Unplaced' });
  await expect(unplaced.getByRole('textbox', { name: 'Unplaced' })).toContainText('Support hours: 10');

  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox', { name: 'Find in this COE' }).fill('support hours');
  await page.getByRole('button', { name: /^Unplaced Support hours/ }).click();
  await expect(unplaced.getByRole('heading', { name: 'Unplaced' })).toBeFocused();
  await expect(unplaced).toBeInViewport();

  await page.getByRole('navigation', { name: 'Outline' }).getByRole('button', { name: 'Unplaced' }).click();
  await unplaced.getByRole('button', { name: 'Move to a section…' }).click();
  await page.getByRole('menuitem', { name: 'What is the customer impact?' }).click();
  await expect(unplaced).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'What is the customer impact?' })).toContainText('Support hours: 10');
  await saved(page);
  await expect
    .poll(async () => {
      const moved = await readOnlyCoe(library);
      return [moved.unplaced, moved.sections.customerImpact.prose];
    })
    .toEqual(['', 'Support hours: **10**']);

  await page.keyboard.press('Control+z');
  await expect(unplaced.getByRole('textbox', { name: 'Unplaced' })).toContainText('Support hours: 10');
});
