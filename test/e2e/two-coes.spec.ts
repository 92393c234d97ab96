import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import {
  enterProse,
  enterRow,
  openSection,
  pickCondition,
  saved,
  section,
  showWhole,
  startCoe,
  enterTimeline,
  writeProse,
} from './support/writing.ts';

test.use({ sharesApp: true });

test('two COEs are written, saved, found after a restart, and compared in Themes', async ({
  launch,
  relaunch,
  library,
}) => {
  const first = await launch();
  const { page } = first;

  await startCoe(page, 'Outage', 'Invoices went out twice', '14 May 2026');
  await showWhole(page);
  await writeProse(page, 'Additional context', 'The nightly job sends invoices to **every** customer.');
  await enterProse(page, 'What is the customer impact?', 'About 2,000 people were charged twice.');
  await section(page, 'What is the customer impact?').getByRole('button', { name: 'Add who it reached' }).click();
  await enterRow(page, 'Customers with a monthly plan');
  await enterProse(page, 'What was the impact?', 'A day of refunds, and some trust.');
  await enterTimeline(page, [
    { when: '02:10', what: 'The job stops half way', mark: 'Began' },
    { when: '02:40', what: 'The job starts again by itself' },
    { when: '08:15', what: 'A customer writes in', mark: 'Detected' },
    { when: '09:05', what: 'Sending is switched off', mark: 'Mitigated' },
    { when: '8:50', what: 'Support hears about it', mark: 'Declared' },
  ]);
  await expect(page.getByRole('textbox', { name: 'What happened, timeline entry 4' })).toHaveValue(
    'Support hears about it',
  );
  await expect(section(page, 'What is the timeline?')).toContainText('6 h 5 min');
  await enterProse(page, 'How did you notice it?', 'A customer wrote before any alert did.');
  await enterProse(page, 'How did you mitigate it?', 'We switched sending off and refunded.');
  await enterProse(page, 'What was the root cause?', 'A retry that did not know what it had done.');
  await pickCondition(page, 'Believed without checking');
  await pickCondition(page, 'Signals and feedback');
  await (await openSection(page, '5 whys')).getByRole('button', { name: 'Add why' }).click();
  await enterRow(page, 'The job ran twice');
  await page.keyboard.press('Enter');
  await enterRow(page, 'It keeps no note of what it sent');
  await page.keyboard.press('Control+Enter');
  await enterRow(page, 'Nobody expected it to stop half way');
  await section(page, '5 whys').getByRole('button', { name: 'Read it back' }).click();
  await expect(section(page, '5 whys').getByRole('region', { name: 'Read back' })).toContainText(
    'therefore The job ran twice therefore Invoices went out twice',
  );
  await enterProse(page, 'What did you learn?', 'A retry is a second first time.');
  await (
    await openSection(page, "What are you going to do so it doesn't happen again?")
  )
    .getByRole('button', { name: 'Add action' })
    .click();
  await enterRow(page, 'Keep a note of every invoice sent, and refuse the second');
  await saved(page);

  await page.getByRole('link', { name: 'COEs' }).click();
  await startCoe(page, 'Missed event', 'I missed the kindergarten graduation', '12 June 2026');
  await showWhole(page);
  await writeProse(page, 'Additional context', 'I had said yes in April.\n- It was at ten\n');
  await pickCondition(page, 'Believed without checking');
  await saved(page);
  const conditionsOnDisk = async (): Promise<string[][]> =>
    ([...(await readCoeFiles(library)).values()] as unknown as Coe[]).map(({ sections }) =>
      sections.cause.conditions.map(({ condition }) => condition),
    );
  await expect.poll(conditionsOnDisk).toEqual([['assumption', 'monitoring-feedback'], ['assumption']]);

  const files = [...(await readCoeFiles(library)).values()] as unknown as Coe[];
  expect(files.map((coe) => coe.title).toSorted()).toEqual([
    'I missed the kindergarten graduation',
    'Invoices went out twice',
  ]);
  const outage = files.find((coe) => coe.kind === 'outage');
  expect(outage?.happened).toMatchObject({ precision: 'day', value: '2026-05-14' });
  expect(outage?.sections.context.prose).toBe('The nightly job sends invoices to **every** customer.');
  expect(outage?.sections.timeline.entries.map(({ when, mark }) => [when.value, mark])).toEqual([
    ['2026-05-14T02:10', 'began'],
    ['2026-05-14T02:40', null],
    ['2026-05-14T08:15', 'noticed'],
    ['2026-05-14T08:50', 'told'],
    ['2026-05-14T09:05', 'mitigated'],
  ]);
  expect(outage?.sections.cause.conditions.map((row) => row.condition)).toEqual(['assumption', 'monitoring-feedback']);
  expect(outage?.sections.whys.happened).toMatchObject([
    {
      text: 'The job ran twice',
      whys: [{ text: 'It keeps no note of what it sent' }, { text: 'Nobody expected it to stop half way' }],
    },
  ]);
  expect(outage?.sections.actions.items.map(({ text, status }) => [text, status])).toEqual([
    ['Keep a note of every invoice sent, and refuse the second', 'open'],
  ]);

  const tomorrow = await relaunch(first);
  const list = tomorrow.page.getByRole('list', { name: 'COEs' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('link', { name: 'Invoices went out twice' }).click();
  await showWhole(tomorrow.page);
  await expect(
    section(tomorrow.page, 'Additional context').getByRole('textbox', { name: 'Additional context' }),
  ).toContainText('The nightly job sends invoices to every customer.');
  await expect(tomorrow.page.getByRole('textbox', { name: 'What happened, timeline entry 1' })).toHaveValue(
    'The job stops half way',
  );
  expect([...(await readCoeFiles(library)).values()]).toEqual(expect.arrayContaining(files as unknown[]));

  await tomorrow.page.getByRole('link', { name: 'Themes' }).click();
  const conditions = tomorrow.page.getByRole('figure', { name: 'Conditions', exact: true });
  await expect(conditions).toContainText('Believed without checking');
  await expect(conditions).toContainText('2');
});

test('a search finds a word in any field and shows where', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Sent the wrong file', 'yesterday');
  await showWhole(page);
  await enterTimeline(page, [{ when: '9:30', what: 'Attached the Zürich list by mistake' }]);
  await saved(page);
  await page.getByRole('link', { name: 'COEs' }).click();
  await page.getByRole('searchbox', { name: 'Search COEs' }).fill('zuri');
  const item = page.getByRole('list', { name: 'COEs' }).getByRole('listitem', { name: /^Sent the wrong file/ });
  await expect(item.getByText('Zür', { exact: false })).toBeVisible();
  await expect(item.locator('mark')).toHaveText('Züri');
  await page.getByRole('searchbox', { name: 'Search COEs' }).fill('nowhere-at-all');
  await expect(page.getByText('No match for “nowhere-at-all”')).toBeVisible();
});
