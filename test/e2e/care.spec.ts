import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { filesUnder } from '../support/files-under.ts';
import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { answerTo } from './support/ask.ts';
import { setWindow, WINDOWS } from './support/windows.ts';
import { enterProse, saved, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

const onlyCoe = (library: string): Record<string, unknown> & { sections: { context: { prose: string } } } => {
  const [name = ''] = readdirSync(path.join(library, 'coes')).filter((file) => file.endsWith('.json'));
  return JSON.parse(readFileSync(path.join(library, 'coes', name), 'utf8'));
};

test('words of despair are met with a note on help, in place of checks and questions', async ({ launch }) => {
  const { page, app } = await launch();
  await startCoe(page, 'Career setback', 'Let go in May');
  const note = page.getByRole('complementary', { name: 'Please talk to someone' });
  await writeProse(page, 'Additional context', 'I could have died of embarrassment. ');
  await saved(page);
  await expect(note).toBeHidden();
  await page.keyboard.type('I do not see the point any more.');
  await expect(note).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'A note about help is beside your text.' })).toHaveCount(1);
  await expect(page.getByRole('region', { name: 'Checks' })).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Questions that may help' })).toBeHidden();

  await answerDialogs(app, 'Cancel');
  await note.getByRole('link', { name: 'Find a help line in your country' }).click();
  await expect.poll(() => shownDialogs(app)).toHaveLength(1);
  expect(JSON.stringify(await shownDialogs(app))).toContain('findahelpline.com');

  // Deleting the words does not take the note away; the person closes it.
  await page.getByRole('textbox', { name: 'Additional context', exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('I want to kill myself');
  await saved(page);
  await note.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toBeHidden();
  const checks = page.getByRole('region', { name: 'Checks' });
  await expect(checks).toBeVisible();
  await expect(checks).not.toContainText('No advice right now.');

  // The caret is back in the text. The same sentence, continued, does not bring the note back; another one does.
  await expect(page.getByRole('textbox', { name: 'Additional context', exact: true })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' tonight. It was a long day.');
  await saved(page);
  await expect(note).toBeHidden();
  await page.keyboard.type(' Everyone would be better off without me.');
  await expect(note).toBeVisible();
});

test('the note also shows in a narrow window and in focus mode', async ({ launch }) => {
  const { page } = await launch();
  await page.setViewportSize({ width: 900, height: 700 });
  await startCoe(page, 'Outage', 'A disk filled up');
  await writeProse(page, 'Additional context', 'I want to die.');
  const note = page.getByRole('complementary', { name: 'Please talk to someone' });
  await expect(note).toBeVisible();
  await expect(note.getByRole('button', { name: 'Close this note' })).toBeInViewport();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(note).toHaveCount(1);
  await page.keyboard.press('F11');
  await expect(note).toBeInViewport();
});

for (const { name, width, height, zoom } of WINDOWS.slice(1)) {
  test(`the note leaves the line being typed in sight, ${name}`, async ({ launch }) => {
    const { app, page } = await launch();
    await setWindow(app, page, { width, height, zoom });
    await startCoe(page, 'Outage', 'A disk filled up');
    // One long paragraph: that some of it is in sight does not mean that its last line is.
    await enterProse(page, 'Additional context', 'The disk filled up and nobody saw it in time. '.repeat(16));
    await page.keyboard.type('I want to die.');
    const note = page.getByRole('complementary', { name: 'Please talk to someone' });
    await expect(note).toBeInViewport();
    const caret = (): Promise<DOMRect> =>
      page.evaluate(() => getSelection()?.getRangeAt(0).getBoundingClientRect() ?? new DOMRect());
    const outline = await page.getByRole('navigation', { name: 'Outline' }).boundingBox();
    const top = zoom === 1 ? 0 : (outline?.y ?? 0) + (outline?.height ?? 0);
    const isClear = async (): Promise<boolean> => {
      const box = await caret();
      return box.top >= top && box.bottom <= ((await note.boundingBox())?.y ?? 0);
    };
    await expect.poll(isClear).toBe(true);
    await page.keyboard.type(' I cannot go on like this, and I do not know whom to tell. '.repeat(4));
    await expect.poll(isClear).toBe(true);
  });
}

test('words of despair in the title of a new COE are met at once', async ({ launch }) => {
  const { page } = await launch();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  const title = dialog.getByRole('textbox', { name: 'Title' });
  await expect(title).toBeFocused();
  await page.keyboard.type('I want to kill myself');
  const note = dialog.getByRole('complementary', { name: 'Please talk to someone' });
  await expect(note).toBeVisible();
  await expect(title).toBeFocused();
  await expect(dialog.getByRole('status').filter({ hasText: 'A note about help is below the title.' })).toHaveCount(1);
  await note.getByRole('button', { name: 'Close this note' }).click();
  await expect(note).toBeHidden();
  await expect(title).toHaveValue('I want to kill myself');
  await expect(dialog).toBeVisible();
});

test('someone to call stands in Settings and in the note only, and nothing of the note is recorded', async ({
  launch,
  library,
  userData,
}) => {
  const once = await launch({ userData });
  const { page } = once;
  await page.getByRole('link', { name: 'Settings' }).click();
  const row = page.getByRole('group', { name: 'Someone to call' });
  await row.getByRole('textbox', { name: 'Name' }).fill('Aunt Rosalind');
  await row.getByRole('textbox', { name: 'Number' }).fill('0555 010203');
  await expect
    .poll(async () => (await answerTo(page, 'settings:read', {})).someoneToCall)
    .toEqual({ name: 'Aunt Rosalind', number: '0555 010203' });
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeHidden();
  await startCoe(page, 'Missed event', 'The school play');
  await writeProse(page, 'Additional context', 'It was one evening.');
  await saved(page);
  const before = onlyCoe(library);
  // The first COE has ended the introduction.
  await expect.poll(() => readFileSync(path.join(userData, 'settings.json'), 'utf8')).toContain('"welcomed": true');
  const settings = readFileSync(path.join(userData, 'settings.json'), 'utf8');

  await page.keyboard.type(' I want to kill myself.');
  const note = page.getByRole('complementary', { name: 'Please talk to someone' });
  await expect(note).toContainText('Call Aunt Rosalind: 0555 010203');
  await expect.poll(() => onlyCoe(library).sections.context.prose).toContain('kill myself');
  await note.getByRole('button', { name: 'Close this note' }).click();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByText('The school play')).toBeVisible();

  const after = onlyCoe(library);
  after.sections.context.prose = before.sections.context.prose;
  for (const key of ['updatedAt', 'minutesWriting']) after[key] = before[key];
  expect(after).toEqual(before);
  expect(readFileSync(path.join(userData, 'settings.json'), 'utf8')).toBe(settings);
  await once.quit();
  const holds = (word: string): string[] =>
    [...filesUnder(userData), ...filesUnder(library)]
      .filter(([, bytes]) => bytes.includes(word))
      .map(([name]) => path.basename(name));
  expect(holds('Rosalind').toSorted()).toEqual(['settings.json', 'settings.last-good.json']);
  expect(holds('0555 010203').toSorted()).toEqual(['settings.json', 'settings.last-good.json']);
  for (const trace of ['findahelpline', 'despair', 'Please talk to someone'])
    expect(holds(trace).filter((name) => !/^(?:data_|[0-9a-f]{16,}_)/.test(name))).toEqual([]);
});
