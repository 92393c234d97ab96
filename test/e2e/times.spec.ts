import { expect, readOnlyCoe, test } from './support/app.ts';
import { goToSection, saved, section, showWhole, startCoe, enterTimeline } from './support/writing.ts';

test.use({ sharesApp: true });

const TIMELINE = 'What is the timeline?';

const whens = async (library: string): Promise<unknown[]> =>
  (await readOnlyCoe(library)).sections.timeline.entries.map(({ when, what }) => [what, when.words ?? when.value]);

test('a time that cannot be read stays as it was typed, on the screen and on disk', async ({
  launch,
  relaunch,
  library,
}) => {
  const once = await launch();
  const { page } = once;
  await startCoe(page, 'Outage', 'Unread', '14 Nov 2026');
  await showWhole(page);
  await enterTimeline(page, [{ when: 'around lunch on tuesday', what: 'It broke' }]);
  await saved(page);
  await expect(page.getByRole('status', { name: 'Save state' })).toContainText('1 time not read');
  await expect(section(page, TIMELINE).getByRole('note').filter({ hasText: 'What you typed is kept' })).toBeVisible();
  await expect.poll(() => whens(library)).toEqual([['It broke', 'around lunch on tuesday']]);

  const again = await relaunch(once);
  const when = again.page.getByRole('textbox', { name: 'When, timeline entry 1' });
  await again.page.evaluate((id) => (window.location.hash = `#/coes/${id}`), (await readOnlyCoe(library)).id);
  await showWhole(again.page);
  await expect(when).toHaveValue('around lunch on tuesday');
  await section(again.page, TIMELINE).getByRole('button', { name: 'Go to it' }).click();
  await expect(when).toBeFocused();
  await when.fill('17 Nov 12:30');
  await when.press('Tab');
  await expect(again.page.getByRole('status', { name: 'Save state' })).not.toContainText('not read');
  await saved(again.page);
  await expect.poll(() => whens(library)).toEqual([['It broke', '2026-11-17T12:30']]);
});

test('a date of an action that cannot be read stays as it was typed, on the screen and on disk', async ({
  launch,
  relaunch,
  library,
}) => {
  const once = await launch();
  await startCoe(once.page, 'Outage', 'Unread', '14 Nov 2026');
  await goToSection(once.page, 'Actions');
  await once.page.getByRole('button', { name: 'Add action' }).click();
  await once.page.keyboard.type('Add an alarm');
  await once.page.getByRole('textbox', { name: 'Due' }).fill('after the holidays');
  await once.page.keyboard.press('Control+PageUp');
  await saved(once.page);
  const dates = async (): Promise<unknown[]> =>
    (await readOnlyCoe(library)).sections.actions.items.map(({ due, dueWords }) => [due, dueWords]);
  await expect.poll(dates).toEqual([[null, 'after the holidays']]);

  const { page } = await relaunch(once);
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=actions`), (await readOnlyCoe(library)).id);
  await expect(page.getByText('due “after the holidays”')).toBeVisible();
  await page.getByRole('textbox', { name: 'Action 1', exact: true }).click();
  const due = page.getByRole('textbox', { name: 'Due' });
  await expect(due).toHaveValue('after the holidays');
  await expect(page.getByText(/What you typed is kept/)).toBeVisible();
  await due.fill('7 Jan 2027');
  await due.press('Tab');
  await expect.poll(dates).toEqual([['2027-01-07', '']]);
});

test('undo takes back what is typed in a date or time field, and only then another step', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Undone', '14 Nov 2026');
  await goToSection(page, 'Actions');
  await page.getByRole('button', { name: 'Add action' }).click();
  const action = page.getByRole('textbox', { name: 'Action 1', exact: true });
  await expect(action).toBeFocused();
  await page.keyboard.insertText('Add an alarm');
  const due = page.getByRole('textbox', { name: 'Due', exact: true });
  await due.click();
  await page.keyboard.insertText('after the holidays');
  await page.keyboard.press('Control+z');
  await expect(due).toHaveValue('');
  await expect(due).toBeFocused();
  await expect(action).toHaveValue('Add an alarm');
  await page.keyboard.press('Control+Shift+z');
  await expect(due).toHaveValue('after the holidays');
  await page.keyboard.press('Control+z');
  await expect(due).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(action).toHaveValue('');

  await goToSection(page, 'Timeline');
  await page.getByRole('button', { name: 'Add timeline entry' }).click();
  const when = page.getByRole('textbox', { name: 'When, timeline entry 1' });
  await expect(when).toBeFocused();
  await page.keyboard.insertText('10:04');
  await expect(when).toHaveValue('10:04');
  await page.keyboard.press('Control+z');
  await expect(when).toHaveValue('');
  await page.keyboard.press('Control+z');
  await expect(when).toHaveCount(0);
});

test('a time that is still being typed is kept when the section changes by keyboard', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Unread', '14 Nov 2026');
  await goToSection(page, 'Noticed');
  const field = page.getByRole('textbox', { name: 'When could it have been noticed at the earliest?' });
  await field.pressSequentially('02:02 XYZ');
  await page.keyboard.press('Control+PageDown');
  await expect(field).toBeHidden();
  await saved(page);
  await expect
    .poll(async () => (await readOnlyCoe(library)).sections.noticed.earliest)
    .toMatchObject({ precision: 'unknown', words: '02:02 XYZ' });
});

test('rows typed past midnight continue on the next day, and Page Down takes the day back', async ({
  launch,
  library,
}) => {
  const { page } = await launch({ env: { TZ: 'Europe/Amsterdam' } });
  await startCoe(page, 'Outage', 'Past midnight', '14 Nov 2026 23:40');
  await showWhole(page);
  await enterTimeline(page, [
    { when: '23:38', what: 'one' },
    { when: '23:51', what: 'two' },
    { when: '00:02', what: 'three' },
    { when: 'Sunday 1:02', what: 'four' },
    { when: '02:02 CET', what: 'five' },
  ]);
  await saved(page);
  await expect
    .poll(() => whens(library))
    .toEqual([
      ['one', '2026-11-14T23:38'],
      ['two', '2026-11-14T23:51'],
      ['three', '2026-11-15T00:02'],
      ['four', '2026-11-15T01:02'],
      ['five', '2026-11-15T02:02'],
    ]);
  const third = page.getByRole('textbox', { name: 'When, timeline entry 3' });
  await third.fill('00:03');
  await expect(section(page, TIMELINE).getByText('Sun 15 Nov', { exact: false }).first()).toBeVisible();
  await third.press('PageDown');
  await expect(page.getByRole('textbox', { name: 'What happened, timeline entry 1' })).toHaveValue('three');
});

test('every date is typed or picked in the order of the person', async ({ launch, library }) => {
  const { page } = await launch();
  await page.keyboard.press('ControlOrMeta+,');
  await page.getByRole('button', { name: /Dates$/ }).click();
  await page.getByRole('option', { name: /^Day first/ }).click();
  const ofTheBrowser = page.locator(
    ['date', 'month', 'time', 'datetime-local'].map((type) => `input[type="${type}"]`).join(),
  );
  await expect(page.getByRole('textbox', { name: 'Time of the reminder' })).toBeVisible();
  await expect(ofTheBrowser).toHaveCount(0);
  await page.keyboard.press('Control+2');
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeHidden();
  await startCoe(page, 'Outage', 'Dates', '12/11/2026');
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Revisit it later…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Revisit it later' });
  const date = dialog.getByRole('textbox', { name: 'Or on' });
  await date.fill('1/2/2027');
  await expect(dialog.getByText(/Mon 1 February 2027.*Read with the day first/)).toBeVisible();
  await date.fill('1 Feb 3050');
  await expect(dialog.getByText('3050 is far ahead. Is the year right?')).toBeVisible();
  await date.fill('1 Feb 2027');
  await dialog.getByRole('button', { name: 'Or on: choose a date' }).click();
  await page.getByRole('button', { name: /12 February 2027|February 12, 2027/ }).click();
  await expect(date).toHaveValue('12 Feb 2027');
  await dialog.getByRole('button', { name: 'Set the date' }).click();
  await saved(page);
  await expect
    .poll(() => readOnlyCoe(library))
    .toMatchObject({ happened: { value: '2026-11-12' }, lookAgain: '2027-02-12' });
  await expect(ofTheBrowser).toHaveCount(0);
});
