import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { type Coe, coeSchema } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { saved, startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const fileOf = (library: string, number: number): string => path.join(library, 'coes', `${testId(number)}.json`);
const onDisk = (library: string, number: number): Coe =>
  coeSchema.parse(JSON.parse(readFileSync(fileOf(library, number), 'utf8')));

function write(library: string, number: number, title: string, actions: object[], changes: Partial<Coe> = {}): void {
  const coe = someCoe({ title, status: 'closed', ...changes }, number);
  const items = actions.map((action, place) => ({ id: `a${place}`, ...action }));
  writeFileSync(
    fileOf(library, number),
    writeCoe(coeSchema.parse({ ...coe, sections: { ...coe.sections, actions: { items } } })),
  );
}

test('the app opens on Today when something is due, and each item can be handled there', async ({
  launch,
  library,
  folder,
}) => {
  write(library, 1, 'The certificate ran out', [
    { text: 'Renew by a machine', purpose: 'prevent', status: 'done', doneOn: '2026-01-01', checkDate: '2026-03-01' },
  ]);
  write(library, 2, 'The rent was late', [{ text: 'A standing order', purpose: 'prevent', due: '2026-02-01' }], {
    status: 'reviewed',
  });
  write(library, 3, 'Half a thought', [], { status: 'draft' });
  const { page, app } = await launch();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Today' })).toHaveAttribute(
    'aria-current',
    'page',
  );

  const offer = page.getByRole('region', { name: 'Reminders' });
  await offer.getByRole('button', { name: 'No, thank you' }).click();
  await expect(offer).toBeHidden();
  // The page hides the offer before the choice is on the disk.
  await expect
    .poll(() => answerTo(page, 'settings:read', {}))
    .toMatchObject({ reminders: false, remindersOffered: true });

  await page.getByRole('button', { name: 'Answer: Renew by a machine' }).click();
  const dialog = page.getByRole('dialog', { name: 'Did it hold?' });
  await dialog.getByRole('radio', { name: 'Held', exact: true }).check();
  await dialog.getByRole('button', { name: 'Save the answer' }).click();
  await expect(page.getByText('It held. The COE is now held.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Did it hold? 1' })).toBeHidden();
  await expect.poll(() => onDisk(library, 1)).toMatchObject({ status: 'held' });

  await page.getByRole('checkbox', { name: 'Done: A standing order' }).click();
  await expect(page.getByText(/^Done\. Its check is on /)).toBeVisible();
  await expect.poll(() => onDisk(library, 2).sections.actions.items[0]).toMatchObject({ status: 'done' });

  await page.getByRole('button', { name: 'Later: Half a thought' }).click();
  await page.getByRole('menuitem', { name: 'In a week' }).click();
  await expect(page.getByText(/^Today will show it again on /)).toBeVisible();
  await expect.poll(() => onDisk(library, 3).lookAgain).toMatch(/^\d{4}-\d\d-\d\d$/);
  await expect(page.getByText('Nothing is due today')).toBeVisible();

  const calendar = path.join(folder, 'due.ics');
  await answerDialogs(app, '', calendar);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('command', { id: 'calendar.save' }),
  );
  await page
    .getByRole('dialog', { name: 'Save due dates as a calendar file' })
    .getByRole('button', { name: 'Save…' })
    .click();
  await expect(page.getByText('Saved 1 day in due.ics.')).toBeVisible();
  const ics = readFileSync(calendar, 'utf8');
  expect(ics).toContain('SUMMARY:A check is due (Once)\r\n');
  expect(ics).not.toContain('standing order');
});

test('with nothing due, the app opens on the COEs, and Today explains what it shows', async ({ launch, library }) => {
  write(library, 1, 'All well', []);
  const { page } = await launch();
  await expect(page.getByRole('list', { name: 'COEs', exact: true })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByText('Nothing is due today')).toBeVisible();
});

test('a draft begun today is on Today, which leads back to it', async ({ launch, library }) => {
  write(library, 1, 'The rent was late', [{ text: 'A standing order', purpose: 'prevent', due: '2026-02-01' }]);
  const { page } = await launch();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Overdue 1' })).toBeVisible();
  await startCoe(page, 'Other mistake', 'The wrong form');
  await page.getByRole('link', { name: 'Today' }).click();
  const recent = page.getByRole('region', { name: 'Continue where you were 1' });
  await expect(recent).toContainText('Other mistake, last changed today');
  await recent.getByRole('link', { name: 'The wrong form' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The wrong form');
});

test('a finished COE is shown from its revisit date on, until the person wants no other day', async ({
  launch,
  library,
}) => {
  write(library, 1, 'What the merger taught me', [], { status: 'reviewed', lookAgain: '2026-03-01' });
  const { page } = await launch();
  await page.keyboard.press('Control+1');
  const again = page.getByRole('region', { name: 'To look at again 1' });
  await expect(again).toContainText('to look at again on 1 March');
  await again.getByRole('button', { name: 'Later: What the merger taught me' }).click();
  await page.getByRole('menuitem', { name: 'Not again' }).click();
  await expect(page.getByText('Nothing is due today')).toBeVisible();
  await expect.poll(() => onDisk(library, 1).lookAgain).toBeNull();
});

test('a COE can be postponed from its menu', async ({ launch, relaunch, library }) => {
  write(library, 1, 'Too raw to think about', [], { status: 'draft', updatedAt: new Date().toISOString() });
  const once = await launch();
  const { page } = once;
  await page.getByRole('link', { name: 'Too raw to think about' }).click();
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Revisit it later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Revisit it later' });
  await dialog.getByRole('textbox', { name: 'Or on' }).fill('2026-01-05');
  await dialog.getByRole('button', { name: 'Set the date' }).click();
  await expect(page.getByRole('button', { name: /^Revisit on 5 January/ })).toBeVisible();
  await saved(page);
  await expect.poll(() => onDisk(library, 1).lookAgain).toBe('2026-01-05');
  const again = await relaunch(once);
  await again.page.keyboard.press('Control+1');
  await expect(again.page.getByRole('heading', { name: 'Left unfinished 1' })).toBeVisible();
});

test('a time zone that this computer does not know is replaced, on Today and in the settings', async ({
  launch,
  library,
  userData,
}) => {
  writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ zone: 'Mars/Phobos' }));
  write(library, 1, 'The rent was late', [{ text: 'A standing order', purpose: 'prevent', due: '2026-02-01' }]);
  const { page } = await launch({ env: { TZ: 'Europe/Paris' } });
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Overdue 1' })).toBeVisible();
  const sentence = 'This computer does not know the time zone “Mars/Phobos”, so Once uses Europe/Paris instead.';
  await page.getByRole('note').filter({ hasText: sentence }).getByRole('link', { name: 'Choose another' }).click();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await expect(zone).toHaveAccessibleDescription(sentence);
  await page.getByRole('button', { name: 'Reset to default: Time zone' }).click();
  await expect(page.getByText(sentence)).toBeHidden();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Overdue 1' })).toBeVisible();
  await expect(page.getByText(sentence)).toBeHidden();
});

test('Today and Actions change with the time zone, without a click', async ({ launch, library, userData }) => {
  // It is never the same day in Niue and on Kiritimati, 25 hours apart. When midnight is near in Niue, Honolulu stands
  // in.
  const east = 'Pacific/Kiritimati';
  const dayIn = (zone: string, inMs = 0): string => calendarDateAt(Date.now() + inMs, zone);
  const west = dayIn('Pacific/Niue') === dayIn('Pacific/Niue', 300_000) ? 'Pacific/Niue' : 'Pacific/Honolulu';
  writeFileSync(path.join(userData, 'settings.json'), JSON.stringify({ zone: west }));
  write(library, 1, 'The rent was late', [{ text: 'A standing order', purpose: 'prevent', due: dayIn(west) }]);
  const { page } = await launch();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'Due in the next seven days 1' })).toBeVisible();
  expect(await answerTo(page, 'settings:change', { zone: east })).toMatchObject({ zone: east });
  await expect(page.getByRole('heading', { name: 'Overdue 1' })).toBeVisible();

  await page.keyboard.press('Control+3');
  await expect(page.getByRole('radio', { name: 'Overdue 1' })).toBeVisible();
  await answerTo(page, 'settings:change', { zone: west });
  await expect(page.getByRole('radio', { name: 'Overdue 0' })).toBeVisible();
});

test('imported journal entries wait on Today, to be made COEs or left as notes', async ({ launch, library }) => {
  const source = {
    path: 'Journal.json',
    sha256: 'a'.repeat(64),
    format: 'day-one' as const,
    id: '',
    importedAt: '2026-03-01T00:00:00.000Z',
    batch: '',
    analysed: false,
    raw: {},
    written: [],
  };
  write(library, 1, 'A walk by the lake', [], { status: 'draft', source });
  write(library, 2, 'The missed train', [], { status: 'draft', source });
  const { page } = await launch();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('region', { name: 'Imported, not analysed 2' })).toContainText('From Day One');
  await page.getByRole('button', { name: 'Leave it as a note: A walk by the lake' }).click();
  await expect(page.getByText('It stays in your library as a note.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Imported, not analysed 1' })).toBeVisible();
  await expect.poll(() => onDisk(library, 1).source).toMatchObject({ analysed: true });
  await page.getByRole('button', { name: 'Make a COE of it: The missed train' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('The missed train');
  await expect.poll(() => onDisk(library, 2).source).toMatchObject({ analysed: true });
});
