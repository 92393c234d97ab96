import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { ElectronApplication, Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { actionSchema } from '#domain/coe/sections/actions.ts';
import { timelineEntrySchema } from '#domain/coe/sections/timeline.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { copyBody } from '#domain/sharing/copy-body.ts';
import { writeCard } from '#main/sharing/cards.ts';
import { generateSharingIdentity, type SharingIdentity } from '#main/sharing/identity.ts';
import { readShareFile, sealShare } from '#main/sharing/seal-share.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { violations, violationsInBothThemes } from './support/violations.ts';

test.use({ sharesApp: true });

const SHARE = '0123456789abcdef0123456789abcdef';
const TITLE = 'The alarm nobody saw';

/** The COE that is shared in these tests. `prose` is what the writer says happened. */
function coeToShare(prose = 'The **alarm** went off at night.\n\nNobody saw the alarm until eight.') {
  const coe = someCoe({ title: TITLE, summary: 'Mail was down for a morning.' });
  coe.sections.timeline.prose = prose;
  coe.sections.timeline.entries = [
    timelineEntrySchema.parse({ id: 'e1', what: 'The pager rang in an empty room', when: dayMoment('2026-05-14') }),
  ];
  coe.sections.noticed.signal = 'not-seen';
  coe.sections.actions.items = [
    actionSchema.parse({ id: 'a1', text: 'Be more careful with the pager', strength: 'weak', owner: 'Mia' }),
  ];
  return coe;
}

type Sealing = { seq?: number; previous?: string | null; on?: string; prose?: string };

/** Writes a copy for anyone who has the file, as another person's Once does. Answers with the hash of its body. */
function writeCopy(
  file: string,
  from: SharingIdentity,
  { seq = 1, previous = null, on = '2026-06-01', prose }: Sealing = {},
) {
  const body = copyBody(coeToShare(prose), {
    audience: 'coaching',
    on,
    times: 'day',
    names: [],
    asks: 'Does the plan make sense?',
    notForRatings: true,
    deleteAfter: null,
    thread: [],
    patterns: [],
    attachments: new Map(),
    hideId: (id) => `h-${id.toLowerCase()}`,
  });
  const sealed = sealShare({ kind: 'copy', share: SHARE, seq, previous, body }, from, null);
  if (!sealed.ok) throw new Error(sealed.error);
  writeFileSync(file, sealed.value.bytes);
  return sealed.value.hash;
}

async function openFile(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await answerDialogs(app, 'Open', file);
  // The first screen is chosen a moment after the start.
  await expect(page).toHaveURL(/#\/[a-z]/);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(page.getByRole('link', { name: 'People', exact: true })).toHaveAttribute('aria-current', 'page');
  await page.getByRole('button', { name: 'Open shared file…' }).press('Enter');
}

/** Opens the first copy of a stranger, and reads it. */
async function readFirstCopy(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await openFile(app, page, file);
  const dialog = page.getByRole('dialog', { name: 'Mia shared a COE with you' });
  await expect(dialog.getByRole('list', { name: 'Letters of the card' }).getByRole('listitem')).toHaveCount(8);
  await dialog.getByRole('button', { name: 'Read the copy' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
}

async function add(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
}

test('a coach reads a copy, asks about words in it, and saves a reply that has no private note', async ({
  once: { app, page },
  folder,
}) => {
  const mia = generateSharingIdentity('Mia');
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, mia);
  await readFirstCopy(app, page, copy);
  const band = page.getByRole('note', { name: 'About this copy' });
  await expect(band).toContainText(/Shared with you by Mia · copy of 1 June( 2026)? · cannot be edited/);
  await expect(band).toContainText('Not for ratings or discipline');
  await expect(page.getByText('Does the plan make sense?')).toBeVisible();
  await expect(page.locator('article [contenteditable], article input, article textarea')).toHaveCount(0);

  // By keyboard: the words are chosen in the dialog.
  await page.getByRole('button', { name: 'Ask about “What signal was there before?”' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /From the question bank/ }).press('Enter');
  await page.getByRole('option', { name: /What would have made the signal visible to you/ }).press('Enter');
  await expect(dialog.getByLabel('Your question')).toHaveValue('What would have made the signal visible to you?');
  await dialog.getByLabel('Your question').press('End');
  await dialog.getByLabel('Your question').pressSequentially(' And to others?');
  // Escape loses nothing that was typed. Cancel does.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Ask about “What signal was there before?”' }).press('Enter');
  await expect(dialog.getByLabel('Your question')).toHaveValue(
    'What would have made the signal visible to you? And to others?',
  );
  await add(page);
  await page.getByRole('button', { name: 'Ask about “What signal was there before?”' }).press('Enter');
  await expect(dialog.getByLabel('Your question')).toHaveValue('');
  await dialog.getByLabel('Your question').fill('Not now');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await page.getByRole('button', { name: 'Ask about “What signal was there before?”' }).press('Enter');
  await expect(dialog.getByLabel('Your question')).toHaveValue('');
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(page.getByText('What would have made the signal visible to you? And to others?')).toBeVisible();

  // By mouse: words that are selected, of which the text has two.
  await page.getByText('Nobody saw the alarm until eight.').evaluate((element) => {
    const range = document.createRange();
    const text = element.firstChild;
    if (text === null) throw new Error('There is no text');
    range.setStart(text, 'Nobody saw the '.length);
    range.setEnd(text, 'Nobody saw the alarm'.length);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  });
  await page.getByRole('button', { name: 'Ask about these words' }).click();
  await expect(page.getByText('About the words “alarm”')).toBeVisible();
  await page.getByRole('dialog').getByLabel('Your question').fill('Who could have seen it?');
  await add(page);

  const notes = page.getByRole('region', { name: 'Your notes' });
  await notes.getByRole('textbox').fill('A note that nobody else reads');
  await expect(notes.getByRole('status')).toHaveText('Saved on this computer');

  const reply = path.join(folder, 'reply.once-share.age');
  await answerDialogs(app, 'Open', reply);
  await page.getByRole('button', { name: 'Save the reply' }).press('Enter');
  await expect(page.getByText('The reply was saved as reply.once-share.age')).toBeVisible();
  await expect(page.getByText('Nothing new to send.')).toBeVisible();

  const received = readShareFile(readFileSync(reply), mia, []);
  if (!received.ok || received.value.file.kind !== 'reply') throw new Error('This is not a reply');
  expect(
    received.value.file.body.thread.map(({ text, quote }) => [text, quote?.exact ?? null, quote?.start ?? null]),
  ).toEqual([
    ['What would have made the signal visible to you? And to others?', null, null],
    ['Who could have seen it?', 'alarm', 'The **alarm** went off at night.\n\nNobody saw the '.length],
  ]);
  expect(JSON.stringify(received.value.file)).not.toContain('nobody else reads');

  await page.reload();
  await expect(notes.getByRole('textbox')).toHaveValue('A note that nobody else reads');
});

test('a newer copy shows what changed, and an older one changes nothing', async ({ once: { app, page }, folder }) => {
  const mia = generateSharingIdentity('Mia');
  const [first, second] = ['first.once-share', 'second.once-share'].map((name) => path.join(folder, name)) as [
    string,
    string,
  ];
  const previous = writeCopy(first, mia, { prose: 'The alarm went off at night.' });
  writeCopy(second, mia, { seq: 2, previous, on: '2026-06-08', prose: 'The alarm went off in the morning.' });
  await readFirstCopy(app, page, first);
  await openFile(app, page, second);
  await expect(page.getByRole('note', { name: 'About this copy' })).toContainText('copy of 8 June');
  await page.getByText(/^What changed since the copy of 1 June/).click();
  await expect(page.locator('ins')).toContainText('in the morning');
  // The page of the person leads there, too.
  await page.getByRole('link', { name: 'Mia', exact: true }).click();
  await page.getByRole('link', { name: /^What changed since the previous copy: / }).click();
  await expect(page.locator('ins')).toContainText('in the morning');
  await openFile(app, page, first);
  await expect(page.getByText('Nothing new: you have this copy or a newer one.')).toBeVisible();
  await expect(page.getByRole('note', { name: 'About this copy' })).toContainText('copy of 8 June');
});

test('what was agreed and the next talk are on the page of a person and in the agenda', async ({
  once: { app, page },
  folder,
}) => {
  const mia = generateSharingIdentity('Mia');
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, mia);
  await readFirstCopy(app, page, copy);
  await page.getByRole('link', { name: 'Mia', exact: true }).click();
  await page.getByRole('button', { name: 'Add what you agreed…' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What will happen').fill('Route the alarm to two phones');
  await dialog.getByRole('textbox', { name: 'Due' }).fill('tomorrow');
  await dialog.getByRole('textbox', { name: 'Due' }).press('Tab');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(page.getByRole('region', { name: 'Coming up' })).toContainText('Route the alarm to two phones');
  await page.getByRole('link', { name: 'Agenda for a talk' }).click();
  await expect(page.getByRole('region', { name: 'What we agreed' })).toContainText(
    'Route the alarm to two phones, due',
  );
  for (const name of ['Goal', 'What happened', 'Options', 'Will'])
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible();
  await answerDialogs(app, 'Open', path.join(folder, 'agenda.pdf'));
  await page.getByRole('button', { name: 'Save as PDF…' }).press('Enter');
  await expect(page.getByText('The agenda was saved.')).toBeVisible();
  expect(readFileSync(path.join(folder, 'agenda.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a copy is in no list, search, theme or similar COE of the library, and no file but those of People has its words', async ({
  launch,
  library,
  userData,
  folder,
}) => {
  const own = someCoe({ title: 'My own COE', summary: 'The pager rang in an empty room, and mail was down.' });
  writeFileSync(path.join(library, 'coes', `${own.id}.json`), writeCoe(own));
  const once = await launch({ userData });
  const { app, page } = once;
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, generateSharingIdentity('Mia'));
  await readFirstCopy(app, page, copy);
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByRole('link', { name: /My own COE/ })).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
  await page.locator('#coe-search').fill('alarm');
  await expect(page.getByRole('heading', { name: 'No match for “alarm”' })).toBeVisible();
  expect(await answerTo(page, 'similar:find', { coe: own })).toEqual({ similar: [] });
  await page.getByRole('link', { name: 'Themes', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Themes' })).toBeVisible();
  await once.quit();
  // Not in the index, a backup, the log or what the browser stores.
  rmSync(copy);
  const files = [...filesUnder(folder)];
  expect(files.some(([name]) => /people.*copy-1/.test(name))).toBe(true);
  for (const [name, bytes] of files)
    for (const words of [TITLE, 'Be more careful with the pager', 'Nobody saw the alarm']) {
      const isThere = bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le'));
      expect(isThere, name).toBe(false);
    }
});

test('a damaged file and a stranger with a known name are refused with what to do, and a withdrawal removes the copy', async ({
  once: { app, page },
  folder,
}) => {
  const mia = generateSharingIdentity('Mia');
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, mia);
  const bytes = readFileSync(copy, 'utf8');
  writeFileSync(copy, bytes.replace('at night', 'at noon.'));
  await openFile(app, page, copy);
  await expect(page.getByText(/The file was not opened: this file was changed or damaged/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nobody has shared a COE with you yet' })).toBeVisible();

  writeFileSync(copy, bytes);
  await readFirstCopy(app, page, copy);
  const other = path.join(folder, 'other.once-share');
  writeCopy(other, generateSharingIdentity('Mia'));
  await openFile(app, page, other);
  await expect(page.getByText(/The file was not opened: the sender has the name of somebody you know/)).toBeVisible();

  const withdrawal = sealShare(
    { kind: 'withdrawal', share: SHARE, seq: 2, previous: null, body: { on: '2026-06-09' } },
    mia,
    null,
  );
  if (!withdrawal.ok) throw new Error(withdrawal.error);
  writeFileSync(other, withdrawal.value.bytes);
  await openFile(app, page, other);
  await expect(page.getByText(/^Withdrawn on 9 June/)).toBeVisible();
  await expect(page.getByText(TITLE)).toHaveCount(0);
});

test('a card shows its letters to compare', async ({ once: { app, page }, folder }) => {
  const card = path.join(folder, 'mia.once-card');
  writeFileSync(card, writeCard(generateSharingIdentity('Mia')));
  await openFile(app, page, card);
  const dialog = page.getByRole('dialog', { name: 'The card of Mia was added' });
  await expect(dialog.getByRole('list', { name: 'Letters of the card' }).getByRole('listitem')).toHaveCount(8);
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  expect(await shownDialogs(app)).toEqual([]);
});

test('a backup of People is one file that only its passphrase opens', async ({ once: { app, page }, folder }) => {
  await expect(page).toHaveURL(/#\/[a-z]/);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Save a backup…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Save a backup of People' });
  const first = dialog.getByLabel('New passphrase');
  await expect(first).toBeFocused();
  await first.fill('five unrelated words are enough');
  await dialog.getByLabel('Repeat the passphrase').fill('five unrelated words are enough');
  expect(await violations(page)).toEqual([]);
  const file = path.join(folder, 'people.age');
  await answerDialogs(app, 'Open', file);
  await dialog.getByRole('button', { name: 'Save the backup' }).press('Enter');
  await expect(page.getByText('Saved people.age. Keep it somewhere else')).toBeVisible();
  expect(readFileSync(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);

  // What is in it is here already.
  await page.getByRole('button', { name: 'Restore a backup…' }).press('Enter');
  const restore = page.getByRole('dialog', { name: 'Restore a backup of People' });
  await restore.getByLabel('Passphrase of the backup').fill('five unrelated words are enough');
  await restore.getByRole('button', { name: 'Choose the file…' }).press('Enter');
  await expect(page.getByText('Everything in the backup was here already.')).toBeVisible();
});

test('People can be read by everybody, in light and dark', async ({ once: { app, page }, folder }) => {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nobody has shared a COE with you yet' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, generateSharingIdentity('Mia'));
  await readFirstCopy(app, page, copy);
  await page.getByRole('button', { name: 'Ask about this: title and facts' }).press('Enter');
  await page.getByRole('dialog').getByLabel('Your question').fill('What is still on your mind?');
  expect(await violationsInBothThemes(page)).toEqual([]);
  await add(page);
  for (const [link, heading] of [
    ['Agenda for a talk', 'Agenda for a talk'],
    ['Back to the copy', TITLE],
    ['Mia', 'Mia'],
    ['All people', 'People'],
    ['Themes', 'Themes of the people you coach'],
  ] as const) {
    await page.getByRole('main').getByRole('link', { name: link, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading, exact: true })).toBeVisible();
    expect(await violations(page)).toEqual([]);
  }
});

test('a question that was typed and not added survives a kill, and Cancel gives it up', async ({
  launch,
  folder,
  userData,
}) => {
  const question = 'What did you hear at four?';
  const copy = path.join(folder, 'mail.once-share');
  writeCopy(copy, generateSharingIdentity('Mia'));
  const first = await launch({ userData });
  await readFirstCopy(first.app, first.page, copy);
  const address = new URL(first.page.url()).hash;
  const begin = (page: Page) =>
    page.getByRole('button', { name: 'Ask about “What signal was there before?”' }).press('Enter');
  await begin(first.page);
  await first.page.getByRole('dialog').getByLabel('Your question').fill(question);
  const stored = (): string[] => globSync('people/*/*/unsent', { cwd: userData });
  await expect.poll(stored).toHaveLength(1);
  await first.kill();
  expect([...filesUnder(userData).values()].some((bytes) => bytes.includes(question))).toBe(false);

  const { page } = await launch({ userData });
  await expect(page).toHaveURL(/#\/[a-z]/);
  await page.evaluate((hash) => (window.location.hash = hash), address);
  await begin(page);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Your question')).toHaveValue(question);
  await expect(dialog.getByText('You typed this earlier. It is not added yet.')).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect.poll(stored).toEqual([]);
  await begin(page);
  await expect(dialog.getByLabel('Your question')).toHaveValue('');
});
