import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { ElectronApplication, Locator, Page } from '@playwright/test';
import type { Menu } from 'electron';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { goToSection, openSection, saved, showWhole, startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const TIMELINE = 'What is the timeline?';

const LOG = `All times in UTC
[11:51 PM] ana: disk alert
[11:58 PM] ben: on it
  looking at the volume
[12:02 AM] ana: rolled back`;

const TABLE = `<p>Follow-ups</p><table>
  <tr><th>Action item</th><th>Assignee</th><th>Deadline</th><th>Status</th></tr>
  <tr><td>Alert on free space</td><td>Ana</td><td>2027-06-01</td><td>Open</td></tr>
  <tr><td>Add a <b>second</b> volume</td><td>Ben</td><td>soon</td><td>Done</td></tr>
</table>`;

/** Pastes into a field as the browser does: the event first, and then the text unless the page took it. */
const paste = (field: Locator, text: string, html = ''): Promise<void> =>
  field.evaluate(
    (element, data) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', data.text);
      if (data.html !== '') clipboardData.setData('text/html', data.html);
      (element as HTMLElement).focus();
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      if (element.dispatchEvent(event)) document.execCommand('insertText', false, data.text);
    },
    { text, html },
  );

async function startTimeline(page: Page): Promise<Locator> {
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await showWhole(page);
  const timeline = await openSection(page, TIMELINE);
  await timeline.getByRole('button', { name: 'Add timeline entry' }).click();
  return timeline;
}

const entries = async (library: string): Promise<unknown[]> =>
  (await readOnlyCoe(library)).sections.timeline.entries.map(({ when, what }) => [when.value, when.zone, what]);

test('a pasted chat log becomes rows after a look at them, and one undo takes them back', async ({
  launch,
  library,
}) => {
  const { page } = await launch({ env: { TZ: 'Europe/Amsterdam' } });
  const timeline = await startTimeline(page);
  await paste(timeline.getByRole('textbox', { name: 'When, timeline entry 1' }), LOG);

  const dialog = page.getByRole('dialog', { name: 'Paste into the timeline' });
  const rows = dialog.getByRole('list', { name: 'Rows to add' }).getByRole('listitem');
  await expect(rows).toHaveCount(4);
  await expect(rows.nth(3)).toContainText('The next day');
  await expect(rows.nth(2)).toContainText('looking at the volume');
  await expect(dialog.getByRole('combobox', { name: 'Zone of the times' })).toHaveValue('UTC');

  await dialog.getByRole('textbox', { name: 'Day of the first time' }).fill('15 Nov 2026');
  await dialog.getByRole('textbox', { name: 'Day of the first time' }).press('Tab');
  await dialog.getByRole('textbox', { name: 'Name for ana' }).fill('Ana');
  await dialog.getByRole('textbox', { name: 'When, row 3' }).fill('23:59');
  await dialog.getByRole('textbox', { name: 'When, row 3' }).press('Tab');
  // The heading gave the zone, and is no event.
  await expect(dialog.getByRole('checkbox', { name: 'Add row 1' })).not.toBeChecked();
  await dialog.getByRole('button', { name: 'Add 3 rows' }).click();

  await expect(dialog).toBeHidden();
  await expect(timeline.locator('[data-row]')).toHaveCount(3);
  await expect(timeline.getByRole('textbox', { name: 'When, timeline entry 1' })).toBeFocused();
  await saved(page);
  await expect
    .poll(() => entries(library))
    .toEqual([
      ['2026-11-15T23:51', 'UTC', 'Ana: disk alert'],
      ['2026-11-15T23:59', 'UTC', 'ben: on it\nlooking at the volume'],
      ['2026-11-16T00:02', 'UTC', 'Ana: rolled back'],
    ]);

  await page.keyboard.press('Control+z');
  await expect(timeline.locator('[data-row]')).toHaveCount(1);
  await expect(timeline.getByRole('textbox', { name: 'What happened, timeline entry 1' })).toHaveValue('');
});

test('Escape and Ctrl+Shift+V paste a chat log as text', async ({ launch }) => {
  const { app, page } = await launch();
  const timeline = await startTimeline(page);
  const what = timeline.getByRole('textbox', { name: 'What happened, timeline entry 1' });
  await what.fill('Log: ');
  await paste(what, LOG);
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(what).toHaveValue(`Log: ${LOG}`);
  await expect(what).toBeFocused();

  await what.fill('');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), LOG);
  await what.press('Control+Shift+v');
  await expect(what).toHaveValue(LOG);
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('a pasted table becomes actions, by the meaning of its columns', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await showWhole(page);
  const actions = await openSection(page, "What are you going to do so it doesn't happen again?");
  await actions.getByRole('button', { name: 'Add action' }).click();
  await paste(actions.getByRole('textbox', { name: 'Action 1' }), 'as text', TABLE);

  const dialog = page.getByRole('dialog', { name: 'Paste into what will change' });
  const rows = dialog.getByRole('list', { name: 'Rows to add' }).getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(0)).toContainText('Ana · due 1 June 2027');
  await dialog.getByRole('button', { name: /Column 4, Status/ }).click();
  await page.getByRole('option', { name: 'Leave out' }).click();
  await dialog.getByRole('checkbox', { name: 'Add row 3' }).uncheck();
  await dialog.getByRole('button', { name: 'Add 2 rows' }).click();

  await expect
    .poll(async () =>
      (await readOnlyCoe(library)).sections.actions.items.map(({ text, owner, due, dueWords, status }) => [
        text,
        owner,
        due ?? dueWords,
        status,
      ]),
    )
    .toEqual([
      ['Alert on free space', 'Ana', '2027-06-01', 'open'],
      ['Add a second volume', 'Ben', 'soon', 'open'],
    ]);
});

test('a pasted table becomes timeline entries and costs', async ({ launch, library }) => {
  const { page } = await launch();
  const timeline = await startTimeline(page);
  await paste(
    timeline.getByRole('textbox', { name: 'When, timeline entry 1' }),
    'Time\tEvent\tWho\n10:04\tAlert\tAna\n10:09\tPaged\t',
  );
  await page.getByRole('button', { name: 'Add 2 rows' }).click();
  await expect(timeline.locator('[data-row]')).toHaveCount(2);
  const impact = await openSection(page, 'What was the impact?');
  await impact.getByRole('button', { name: 'Add a cost' }).click();
  await paste(impact.getByRole('textbox', { name: 'What, cost 1' }), 'Impact\tAmount\tUnit\nRefunds\t400\tEUR');
  await page.getByRole('button', { name: 'Add 1 row' }).click();
  await expect
    .poll(async () =>
      (await readOnlyCoe(library)).sections.impact.costs.map(({ what, amount, unit }) => [what, amount, unit]),
    )
    .toEqual([['Refunds', '400', 'EUR']]);
  expect((await readOnlyCoe(library)).sections.timeline.entries.map(({ what }) => what)).toEqual([
    'Ana: Alert',
    'Paged',
  ]);
});

test('what is pasted while a heading has the focus goes to the rows, or else to the text', async ({
  launch,
  library,
}) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await goToSection(page, 'Timeline');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), LOG);
  await page.keyboard.press('ControlOrMeta+v');
  const dialog = page.getByRole('dialog', { name: 'Paste into the timeline' });
  await dialog.getByRole('button', { name: /^Add \d rows$/ }).click();
  await expect.poll(() => entries(library)).toHaveLength(3);
  await goToSection(page, 'Context');
  await app.evaluate(({ clipboard }) => clipboard.writeText('The disk was new.'));
  await page.keyboard.press('ControlOrMeta+v');
  const prose = async (): Promise<string> => (await readOnlyCoe(library)).sections.context.prose;
  await expect.poll(prose).toBe('The disk was new.');

  // A paste is a step of its own to undo, also between words that are typed without a pause.
  await page.keyboard.insertText(' Really.');
  await page.keyboard.press('ControlOrMeta+v');
  await page.keyboard.insertText(' It was.');
  const text = page.getByRole('textbox', { name: 'Additional context', exact: true });
  await expect(text).toHaveText('The disk was new. Really.The disk was new. It was.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text).toHaveText('The disk was new. Really.The disk was new.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text).toHaveText('The disk was new. Really.');
});

test('a chat log pasted into the text of the timeline is offered as rows, and can stay text', async ({
  launch,
  library,
}) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await goToSection(page, 'Timeline');
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  const dialog = page.getByRole('dialog', { name: 'Paste into the timeline' });
  await paste(text, 'At first nobody saw it.');
  await expect(text).toHaveText('At first nobody saw it.');
  await page.keyboard.press('Enter');
  await paste(text, LOG);
  await dialog.getByRole('button', { name: 'Paste as text' }).click();
  await expect(text).toContainText('[12:02 AM] ana: rolled back');
  await expect(text).toBeFocused();
  await paste(text, LOG);
  await dialog.getByRole('button', { name: /^Add \d rows$/ }).click();
  await expect.poll(() => entries(library)).toHaveLength(3);
  await expect
    .poll(async () => (await readOnlyCoe(library)).sections.timeline.prose)
    .toMatch(/^At first(?!.*rolled back.*rolled back)/s);
});

test('what is cut from the text of the timeline comes back into it with its formatting', async ({
  launch,
  library,
}) => {
  const { sections, ...rest } = someCoe({ title: 'Outage' });
  const prose = '10:42 the **alarm** rang\n\n10:50 the [log](https://example.org/log) was read\n';
  const coe = { ...rest, sections: { ...sections, timeline: { ...sections.timeline, prose } } };
  await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { page } = await launch();
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}?section=timeline`), coe.id);
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  await text.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+x');
  await expect(text).toHaveText('');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(text).toContainText('10:50 the log was read');
  await expect(text.locator('strong')).toHaveText('alarm');
  await expect(text.getByRole('link')).toHaveText('log');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('Escape pastes a chat log into the text with its formatting', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await goToSection(page, 'Timeline');
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  await paste(text, LOG, LOG.replaceAll(/^.*$/gm, '<p>$&</p>').replace('disk alert', '<b>disk alert</b>'));
  await expect(page.getByRole('dialog', { name: 'Paste into the timeline' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(text).toContainText('[12:02 AM] ana: rolled back');
  await expect(text.locator('strong')).toHaveText('disk alert');
  await expect(text).toBeFocused();
});

test('what is pasted while a heading has the focus can go to the text', async ({ launch, library }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  const copy = (text: string): Promise<void> =>
    app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await goToSection(page, 'Timeline');
  await copy(LOG);
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste as text' }).click();
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  await expect(text).toContainText('[12:02 AM] ana: rolled back');
  await expect(text).toBeFocused();
  await saved(page);
  expect(await entries(library)).toEqual([]);

  await goToSection(page, 'Actions');
  await copy('Action\tOwner\nAlert on free space\tAna');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('dialog', { name: 'Paste into what will change' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect
    .poll(async () => (await readOnlyCoe(library)).sections.actions.prose)
    .toMatch(/Action.*Owner.*Alert on free space.*Ana/s);
});

test('Ctrl+Shift+V while a heading has the focus pastes into the text', async ({ launch, library }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  const copy = (text: string): Promise<void> =>
    app.evaluate(({ clipboard }, words) => clipboard.writeText(words), text);
  await copy(LOG);
  await goToSection(page, 'Timeline');
  await page.keyboard.press('ControlOrMeta+Shift+v');
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  await expect(text).toContainText('[12:02 AM] ana: rolled back');
  await copy('Action\tOwner\nAlert on free space\tAna');
  await goToSection(page, 'Actions');
  await page.keyboard.press('ControlOrMeta+Shift+v');
  await expect.poll(async () => (await readOnlyCoe(library)).sections.actions.prose).toContain('Alert on free space');
  await expect(page.getByRole('dialog')).toBeHidden();
});

/** Opens the menu of the text with the mouse, and chooses to paste plainly. */
const pasteByMenu = (app: ElectronApplication): Promise<void> =>
  app.evaluate(({ BrowserWindow, Menu }) => {
    const { popup } = Menu.prototype;
    Menu.prototype.popup = function choose(this: Menu) {
      Menu.prototype.popup = popup;
      this.items.find(({ label }) => label === 'Paste as plain text')?.click();
    };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('context-menu', {}, { isEditable: true, selectionText: '' });
  });

/** A log that reads as a Markdown list. */
const LISTED = `- 10:42 disk alert
- 10:50 read the log
- 10:58 rolled back`;

test('a log that reads as a list stays text when it is pasted as text', async ({ launch, library }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'A full disk', '14 Nov 2026');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), LISTED);
  const prose = async (name: 'context' | 'timeline'): Promise<string> =>
    (await readOnlyCoe(library)).sections[name].prose;
  await goToSection(page, 'Timeline');
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByRole('dialog').getByRole('button', { name: 'Paste as text' }).click();
  const text = page.getByRole('textbox', { name: TIMELINE, exact: true });
  await expect(text).toContainText('- 10:50 read the log');
  await expect(text.getByRole('listitem')).toHaveCount(0);
  await expect.poll(() => prose('timeline')).toContain(String.raw`\- 10:58 rolled back`);

  await goToSection(page, 'Context');
  await page.keyboard.press('ControlOrMeta+Shift+v');
  await expect.poll(() => prose('context')).toContain(String.raw`\- 10:58 rolled back`);

  // The menu of the mouse pastes as plainly, also into a field of one line.
  await page.getByRole('textbox', { name: 'Additional context' }).press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await pasteByMenu(app);
  await expect.poll(() => prose('context')).toContain(String.raw`\- 10:58 rolled back`);
  await page.getByRole('textbox', { name: 'Title' }).selectText();
  await app.evaluate(({ clipboard }) => clipboard.writeText('A *full* disk'));
  await pasteByMenu(app);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('A *full* disk');
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), LISTED);

  // A paste that is not plain still makes the list.
  await page.getByRole('textbox', { name: 'Additional context' }).press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect.poll(() => prose('context')).toContain('\n- 10:58 rolled back');
});
