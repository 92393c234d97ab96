import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

const fileOf = (library: string): string => path.join(library, 'coes', `${testId(1)}.json`);
const onDisk = (library: string): Coe => coeSchema.parse(JSON.parse(readFileSync(fileOf(library), 'utf8')));

test('a why about a person gets a question, which leads there and can be dismissed for this COE', async ({
  launch,
  relaunch,
  library,
}) => {
  const coe = someCoe({ title: 'The certificate ran out', updatedAt: new Date().toISOString() });
  const happened = [{ id: 'w1', text: 'It ran out', whys: [{ id: 'w2', text: 'I forgot the date' }] }];
  const unnoticed = [{ id: 'u1', text: 'No alarm was set up', whys: [] }];
  const sections = { ...coe.sections, whys: { happened, unnoticed } };
  writeFileSync(fileOf(library), writeCoe(coeSchema.parse({ ...coe, sections })));
  const once = await launch();
  const { page } = once;
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  const panel = page.getByRole('region', { name: 'Checks' });
  const item = panel.getByRole('listitem', { name: /^A why that ends at a person: .*I forgot the date/ });
  await panel.getByText('1 elsewhere').click();
  await expect(item).toContainText('What made that possible, and what about the set-up let it matter?');

  await item.getByRole('button', { name: 'Go there: A why that ends at a person' }).click();
  await expect(page.getByRole('heading', { name: '5 whys', exact: true })).toBeVisible();
  await expect(page.locator('[data-row="w2"] textarea').first()).toBeFocused();

  await item.getByText('More').click();
  await item.getByRole('button', { name: 'Not here' }).press('Enter');
  await expect(item).toBeHidden();
  await expect(panel.getByRole('heading', { name: 'Checks' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(item).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(item).toBeHidden();
  await saved(page);
  await expect.poll(() => onDisk(library).dismissed.advice).toEqual(['rests-on-a-person/w2']);
  const again = await relaunch(once);
  await again.page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  const panelAgain = again.page.getByRole('region', { name: 'Checks' });
  await expect(panelAgain).toContainText('No suggestions.');
  await again.page.getByRole('textbox', { name: 'Title' }).fill('The certificate ran out again');
  await again.page.keyboard.press('ControlOrMeta+z');
  await expect(panelAgain).toContainText('No suggestions.');
});

test('self-blame gets a kind remark while it is typed, and the check can be turned off', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Missed event', 'The school play');
  await writeProse(page, 'Additional context', 'I am such an idiot. ');
  const panel = page.getByRole('region', { name: 'Checks' });
  const item = panel.getByRole('listitem', { name: /^Hard words about yourself/ });
  await expect(item.first()).toContainText('What would you say to a friend this had happened to?');
  // Nothing of it is in the way: the writing goes on where it was.
  await page.keyboard.type('It was one evening.');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toContainText('idiot. It was one evening.');
  // A sentence without such phrases is judged.
  await page.keyboard.type(' I proved once more how little I am worth.');
  const meant = panel.getByRole('listitem', {
    name: /^Hard words about yourself: “I proved once more how little I am worth”/,
  });
  await expect(meant).toBeVisible();
  await item.first().getByText('More').click();
  await item.first().getByRole('button', { name: 'Never show this' }).click();
  await expect(item).toHaveCount(0);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByText('17 of 18').click();
  await page.getByRole('checkbox', { name: 'Hard words about yourself' }).check();
  await page.goBack();
  await expect(item).toBeVisible();
});

test('the review checklist sums up what is missing and leads there', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A disk filled up');
  const panel = page.getByRole('region', { name: 'Checks' });
  await panel.getByText(/^Ready for review: \d+ of \d+ done$/).click();
  await panel.getByRole('button', { name: 'At least one contributing condition' }).click();
  await expect(page.getByRole('heading', { name: 'What was the root cause?', exact: true })).toBeVisible();
});
