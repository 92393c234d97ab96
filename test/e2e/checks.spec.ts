import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { expect, test } from './support/app.ts';
import { startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const fileOf = (library: string, number: number): string => path.join(library, 'coes', `${testId(number)}.json`);
const onDisk = (library: string, number: number): Coe =>
  coeSchema.parse(JSON.parse(readFileSync(fileOf(library, number), 'utf8')));

/** Writes a COE with one action. */
function withAction(library: string, number: number, title: string, action: object, changes: Partial<Coe> = {}): void {
  const coe = someCoe({ title, severity: 2, ...changes }, number);
  const actions = { items: [{ id: 'a', text: 'Renew certificates by a machine', purpose: 'prevent', ...action }] };
  writeFileSync(fileOf(library, number), writeCoe(coeSchema.parse({ ...coe, sections: { ...coe.sections, actions } })));
}

test('a finished action is due for its check on the day, and the answer marks the COE as held', async ({
  launch,
  library,
}) => {
  withAction(library, 1, 'The certificate ran out', {});
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=actions`), testId(1));
  await page.getByRole('checkbox', { name: 'Done, action 1' }).check();
  await expect(page.getByText('Has it happened again, and were there chances for it to?')).toBeVisible();
  await page.getByRole('button', { name: 'Status: Draft' }).click();
  await page.getByRole('menuitem', { name: 'Closed' }).click();
  await expect(page.getByRole('button', { name: 'Status: Closed' })).toBeVisible();
  await expect.poll(() => onDisk(library, 1).status).toBe('closed');
  const closed = onDisk(library, 1);
  const [done] = closed.sections.actions.items;
  expect(done).toMatchObject({ status: 'done', checkHow: expect.stringContaining('alerts') });
  expect(done?.checkDate).toMatch(/^\d{4}-\d\d-\d\d$/);

  await page.getByRole('button', { name: 'Answer, action 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Did it hold?' });
  await dialog.getByRole('radio', { name: 'Not yet tested' }).check();
  await dialog.getByRole('textbox', { name: 'Ask again on' }).fill('');
  await expect(dialog.getByRole('button', { name: 'Save the answer' })).toBeDisabled();
  await dialog.getByRole('radio', { name: 'Held', exact: true }).check();
  await dialog.getByRole('textbox', { name: /chances/ }).fill('3');
  await dialog.getByRole('textbox', { name: 'What did you see?' }).fill('Three renewals, none by hand.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Status: Held' })).toBeVisible();
  await expect.poll(() => onDisk(library, 1).status).toBe('held');
  const held = onDisk(library, 1);
  expect(held.statusHistory.map(({ status }) => status)).toEqual(['closed', 'held']);
  expect(held.sections.actions.items[0]).toMatchObject({
    result: 'held',
    chances: 3,
    checks: [{ result: 'held', chances: 3, note: 'Three renewals, none by hand.' }],
  });

  await page.getByRole('button', { name: 'Details', exact: true }).first().click();
  await expect(page.getByText(/Steps so far: Closed .+ · Held /)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: 'Status: Closed' })).toBeVisible();
});

test('the status menu says what blocks closing', async ({ launch, library }) => {
  withAction(library, 1, 'The certificate ran out', {});
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), testId(1));
  await page.getByRole('button', { name: 'Status: Draft' }).click();
  await expect(page.getByRole('menuitem', { name: 'Closed: 1 action still open' })).toBeDisabled();
});

test('answering that it came back reopens the COE, and Undo reverts that', async ({ launch, library }) => {
  const step = { id: 'one', status: 'closed', at: '2026-03-01T10:00:00.000Z', why: '' } as const;
  withAction(
    library,
    1,
    'The certificate ran out',
    { status: 'done', doneOn: '2026-03-01', checkDate: '2026-04-15', checkQuestion: 'Has one run out since?' },
    { status: 'closed', statusHistory: [step] },
  );
  const { page } = await launch();
  await page.getByRole('link', { name: 'Actions' }).click();
  await page.getByRole('radio', { name: 'Waiting for its check 1' }).click();
  const row = page.getByRole('grid', { name: 'Actions' }).getByRole('row').first();
  await row.focus();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog', { name: 'Did it hold?' });
  await expect(dialog.getByText('Has one run out since?')).toBeVisible();
  await dialog.getByRole('radio', { name: 'Came back' }).check();
  await dialog.getByRole('button', { name: 'Save the answer' }).click();
  await expect(
    page.getByText('It came back. That is news about the fix, not about you. The COE is now reopened.'),
  ).toBeVisible();
  await expect.poll(() => onDisk(library, 1).status).toBe('reopened');
  const reopened = onDisk(library, 1);
  expect(reopened.statusHistory.map(({ status }) => status)).toEqual(['closed', 'reopened']);
  expect(reopened.sections.actions.items[0]).toMatchObject({ result: 'came-back', checks: [{ result: 'came-back' }] });

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => onDisk(library, 1).status).toBe('closed');
  expect(onDisk(library, 1).sections.actions.items[0]).toMatchObject({
    result: null,
    checks: [],
    checkDate: '2026-04-15',
  });
});

test('the checklist for review leads to the summary and the severity, which are in the header', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Nearly ready');
  await page.getByText(/^Ready for review: /).click();
  await page.getByRole('button', { name: 'A summary of one to three sentences' }).click();
  await expect(page.getByRole('textbox', { name: 'Summary' })).toBeFocused();
  await page.getByRole('button', { name: 'How severe it was' }).click();
  await page.getByRole('menuitemradio', { name: 'Minor' }).click();
  await expect(page.getByRole('button', { name: 'Severity: Minor' })).toBeVisible();
});
