import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { saved } from './support/writing.ts';

test.use({ sharesApp: true });

function write(library: string, number: number, changes: Partial<Coe>, action: object): void {
  const coe = someCoe({ title: `Late rent ${number}`, kind: 'other-mistake', ...changes }, number);
  const items = [{ id: 'fix', text: `A reminder ${number}`, purpose: 'prevent', strength: 'weak', ...action }];
  const sections = { ...coe.sections, actions: { items } };
  writeFileSync(path.join(library, 'coes', `${testId(number)}.json`), writeCoe(coeSchema.parse({ ...coe, sections })));
}

test(
  'linking a repeat and answering a check update the learning charts',
  { tag: '@packaged' },
  async ({ launch, library }) => {
    const done = { status: 'done', doneOn: '2025-02-01', checkDate: '2025-06-01' };
    write(library, 1, { happened: dayMoment('2025-01-03'), status: 'closed' }, done);
    write(library, 2, { happened: dayMoment('2025-09-03'), status: 'reviewed' }, { ...done, strength: 'strong' });
    const { page } = await launch();
    const go = (name: string) => page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name }).click();
    const repeats = page.getByRole('figure', { name: 'Repeats' });
    const strengths = page.getByRole('figure', { name: 'Strength, and whether it held' });
    await go('Themes');
    await expect(repeats).toContainText('None of 2 COEs is linked as a repeat of another.');
    await expect(strengths).toContainText('No action with a strength has been checked yet.');

    await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(2));
    await expect(page.getByRole('status', { name: 'Save state' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+Shift+K');
    await page.getByRole('button', { name: /^Late rent 1/ }).click();
    await page.getByRole('button', { name: 'Link them' }).click();
    await expect(page.getByText('Linked. The earlier fix is marked: came back.')).toBeVisible();
    await saved(page);

    await go('Today');
    await page.getByRole('button', { name: 'Answer: A reminder 2' }).click();
    const dialog = page.getByRole('dialog', { name: 'Did it hold?' });
    await dialog.getByRole('radio', { name: 'Held', exact: true }).check();
    await dialog.getByRole('button', { name: 'Save the answer' }).click();
    await expect(page.getByText(/^It held\./)).toBeVisible();

    await go('Themes');
    await expect(repeats).toContainText(
      '1 of 2 COEs is a repeat, in 1 chain; the longest has 2 COEs. The most common state of the earlier fix: done, but it relied on care (1).',
    );
    // Under five COEs there is a list in the chart's place, which leads to them.
    await expect(repeats.getByRole('link', { name: /Late rent 2/ })).toBeVisible();
    await expect(strengths).toContainText(
      'Of the actions that were checked, the only strong one held, the only weak one did not hold.',
    );
    await strengths.getByRole('button', { name: 'Show as table' }).click();
    await expect(strengths.getByRole('table')).toContainText('Came back');
  },
);

test('the repeats chart opens the COEs behind a data point by keyboard', async ({ launch, library }) => {
  for (let number = 1; number <= 7; number += 1) {
    const link = {
      id: 'l',
      type: 'same-cause' as const,
      coeId: testId(1),
      note: '',
      fixId: 'fix',
      verdict: 'not-done' as const,
    };
    const links = number === 1 ? [] : [link];
    write(library, number, { happened: dayMoment(`2026-01-0${number}`), status: 'reviewed', links }, {});
  }
  const { page } = await launch();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Themes' }).click();
  const repeats = page.getByRole('figure', { name: 'Repeats' });
  const mark = repeats.getByRole('button', { name: 'Not done yet: 6 COEs' });
  await mark.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /Late rent 7/ })
    .click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Late rent 7');
  await page.goBack();
  await expect(repeats).toBeVisible();
  expect(await violations(page)).toEqual([]);
});
