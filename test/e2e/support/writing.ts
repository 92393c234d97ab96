import { expect as expectInTests, type Locator, type Page } from '@playwright/test';

/** The fault suite uses this file too: outside of the test runner, each wait would end after five seconds. */
const expect = expectInTests.configure({ timeout: 60_000 });

/** The kinds as New COE offers them. */
export type KindName = 'Outage' | 'Missed event' | 'Career setback' | 'Other mistake';

/** Begins a COE the way a person does, with the dialog. Ends in its editor. */
export async function startCoe(page: Page, kind: KindName, title: string, when?: string): Promise<void> {
  await page.getByRole('button', { name: 'New COE' }).click();
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('radiogroup', { name: 'Kind' }).getByRole('radio', { name: kind }).check();
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  if (when !== undefined) {
    await dialog.getByRole('textbox', { name: 'When did it happen?' }).fill(when);
    await dialog.getByRole('textbox', { name: 'When did it happen?' }).press('Tab');
  }
  await dialog.getByRole('button', { name: 'Start' }).click();
  // The dialog has a Title too; only the editor says how safe the words are.
  await expect(page.getByRole('status', { name: 'Save state' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  // A frame later the caret goes into the text. It would take the focus from what a test focuses before that.
  await expect(page.locator('[role="textbox"][contenteditable="true"]:focus')).toBeVisible();
}

/** Goes to a section by its short name in the outline. Its heading has the focus afterwards. */
export async function goToSection(page: Page, shortName: string): Promise<void> {
  const item = page
    .getByRole('navigation', { name: 'Outline' })
    .getByRole('button', { name: new RegExp(`^${shortName}: `) });
  const title = (await item.getAttribute('title')) ?? '';
  const heading = title.replace(/ \((?:empty|started|done|skipped)[^)]*\).*$/s, '');
  await item.click();
  await expect(page.getByRole('heading', { level: 2, name: heading, exact: true })).toBeFocused();
}

/** Shows all sections on one page. */
export const showWhole = (page: Page): Promise<void> =>
  page.getByRole('radiogroup', { name: 'View' }).getByRole('radio', { name: 'Whole' }).check();

/** The region of a section. */
export const section = (page: Page, heading: string): Locator =>
  page.getByRole('region', { name: heading, exact: true });

/** Goes to the text of a section, which in the whole view shows the other parts of an empty section, and returns it. */
export async function openSection(page: Page, heading: string): Promise<Locator> {
  const opened = section(page, heading);
  await opened.getByRole('textbox', { name: heading, exact: true }).click();
  return opened;
}

/**
 * Enters a text at the caret in one input event, as dictation does. A long COE takes a while to draw after each key, so
 * use this where typing itself is not what the test is about.
 */
const enterText = (page: Page, text: string): Promise<void> => page.keyboard.insertText(text);

/** Enters the text of a row that was just added, once its empty field has the focus. */
export async function enterRow(page: Page, text: string): Promise<void> {
  await expect(page.locator('textarea:focus')).toHaveValue('');
  await enterText(page, text);
}

/** Enters prose into a section in one input event. */
export async function enterProse(page: Page, heading: string, text: string): Promise<void> {
  await openSection(page, heading);
  await enterText(page, text);
}

/** Types prose into a section with the keyboard. */
export async function writeProse(page: Page, heading: string, text: string): Promise<void> {
  await openSection(page, heading);
  await page.keyboard.type(text);
}

/**
 * Waits until the page says that what was typed is on disk. It may say so of the save before while a change is not in
 * the draft yet, such as one that waits for an answer from main. So a test reads a file with `expect.poll`.
 */
export const saved = (page: Page): Promise<void> =>
  expect(page.getByRole('status', { name: 'Save state' })).toHaveText(/^\s*Saved \d\d:\d\d/);

/** One row of a timeline as it is entered: the time, the words, and which milestone it is. */
export type EnteredEntry = { when: string; what: string; mark?: string };

/** Enters rows of a timeline without leaving the keyboard: time, Tab, words, Enter for the next. Then sets the marks. */
export async function enterTimeline(page: Page, entries: readonly EnteredEntry[]): Promise<void> {
  const timeline = await openSection(page, 'What is the timeline?');
  await timeline.getByRole('button', { name: 'Add timeline entry' }).click();
  for (const [index, { when, what }] of entries.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    const row = timeline.getByRole('listitem').filter({ has: page.locator(':focus') });
    await expect(row.getByRole('textbox', { name: /^When, / })).toBeFocused();
    await enterText(page, when);
    await page.keyboard.press('Tab');
    await expect(row.getByRole('textbox', { name: /^What happened, / })).toBeFocused();
    await enterText(page, what);
  }
  for (const { what, mark } of entries) {
    if (mark !== undefined) await setMark(page, what, mark);
  }
}

async function setMark(page: Page, what: string, mark: string): Promise<void> {
  const timeline = section(page, 'What is the timeline?');
  const words = timeline.getByRole('textbox', { name: /^What happened, / });
  const row = timeline.getByRole('listitem').filter({ has: page.locator('textarea') });
  const index = (
    await words.evaluateAll((fields) => fields.map((field) => (field as HTMLTextAreaElement).value))
  ).indexOf(what);
  await words.nth(index).click(); // only the row in use has its mark
  await row
    .nth(index)
    .getByRole('button', { name: /Mark of timeline entry/ })
    .click();
  await page.getByRole('option', { name: mark, exact: true }).click();
}

/** Picks a condition from the taxonomy by its label. */
export async function pickCondition(page: Page, label: string): Promise<void> {
  const cause = await openSection(page, 'What was the root cause?');
  await cause.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('searchbox', { name: 'Find or name a condition' }).fill(label);
  await page.getByRole('option', { name: label }).click();
}
