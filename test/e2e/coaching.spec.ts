import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import type { Coe } from '#domain/coe/coe.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, readCoeFiles, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { goToSection, saved, showWhole, startCoe, writeProse } from './support/writing.ts';

const QUESTION = 'What would have made the second limit visible?';
const PASSAGE = 'Nobody reads both of them';
const SECRET = 'The quarrel stays with me.';

/** Opens a file with “Open shared file…”, which is in People and in the menu. */
async function openShared({ app, page }: OnceProcess, file: string): Promise<void> {
  await answerDialogs(app, 'Open', file);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('button', { name: 'Open shared file…' }).press('Enter');
}

/** Saves the own card of a person under their name. */
async function saveCard({ app, page }: OnceProcess, name: string, file: string): Promise<void> {
  await answerDialogs(app, 'Open', file);
  await page.getByRole('link', { name: 'People', exact: true }).click();
  const cards = page.getByRole('region', { name: 'Cards' });
  await cards.getByRole('textbox', { name: 'Your name, as readers see it' }).fill(name);
  await cards.getByRole('button', { name: 'Save my card…' }).press('Enter');
  await expect(page.getByText(/Send it to the person you want to share with/)).toBeVisible();
}

/** The words that are highlighted on the page under a name. */
const highlighted = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((key) => Array.from(CSS.highlights.get(key) ?? [], String), name);

/** Goes through “Share for coaching…” for the coach, and saves the file. `look` is called at each step. */
async function share({ app, page }: OnceProcess, file: string, look = async (): Promise<void> => {}): Promise<void> {
  await answerDialogs(app, 'Open', file);
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
  // The only person whose card is there is chosen.
  await expect(dialog.getByRole('radio', { name: 'Noor' })).toBeChecked();
  const next = dialog.getByRole('button', { name: 'Next' });
  await look();
  await next.click();
  await look();
  await dialog
    .getByRole('radiogroup', { name: 'Who may read Context' })
    .getByRole('radio', { name: 'Only me' })
    .check();
  await next.click();
  await expect(dialog.getByRole('textbox', { name: 'Instead of Anna Lindqvist' })).toHaveValue('Person A');
  await look();
  await next.click();
  await expect(dialog.getByRole('region', { name: 'What leaves' })).toContainText('The limits live in two places');
  await look();
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  await expect(page.getByText('Once sends nothing: send the file yourself.')).toBeVisible();
}

test('two people on two computers: cards, a copy, questions, answers, a plan and its check', async ({
  launch,
  library,
  folder,
}) => {
  const file = (name: string): string => path.join(folder, name);
  const elsewhere = { library: file('other-library'), userData: file('other-data'), home: file('other-home') };
  await mkdir(path.join(elsewhere.library, 'coes'), { recursive: true });
  await mkdir(elsewhere.userData);
  await mkdir(elsewhere.home);
  const writer = await launch();
  const coach = await launch(elsewhere);

  // They exchange cards.
  await saveCard(writer, 'Mira', file('mira.once-card'));
  await saveCard(coach, 'Noor', file('noor.once-card'));
  await openShared(writer, file('noor.once-card'));
  await writer.page.getByRole('dialog', { name: 'The card of Noor was added' }).getByRole('button').press('Enter');
  await openShared(coach, file('mira.once-card'));
  await coach.page.getByRole('dialog', { name: 'The card of Mira was added' }).getByRole('button').press('Enter');
  expect(await violations(coach.page)).toEqual([]);

  // Mira shares all but one section.
  await writer.page.getByRole('link', { name: 'COEs', exact: true }).click();
  await startCoe(writer.page, 'Outage', 'Two limits', '14 Nov 2026');
  await showWhole(writer.page);
  await writeProse(writer.page, 'Additional context', SECRET);
  await writeProse(
    writer.page,
    'What was the root cause?',
    `The limits live in two places. ${PASSAGE}. Anna Lindqvist keeps one.`,
  );
  await saved(writer.page);
  await share(writer, file('copy-1.once-share.age'), async () => expect(await violations(writer.page)).toEqual([]));
  expect((await readFile(file('copy-1.once-share.age'))).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);

  // Noor reads it, asks about some words, and proposes an action with a day to look at it again.
  await openShared(coach, file('copy-1.once-share.age'));
  await expect(coach.page.getByRole('heading', { level: 1, name: 'Two limits' })).toBeVisible();
  await expect(coach.page.getByText(SECRET)).toHaveCount(0);
  const dialog = coach.page.getByRole('dialog');
  await coach.page
    .getByText(`The limits live in two places. ${PASSAGE}. Person A keeps one.`)
    .evaluate((element, words) => {
      const text = element.firstChild;
      const start = text?.textContent?.indexOf(words) ?? -1;
      if (text === null || start === -1) throw new Error('The words are not there');
      getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
    }, PASSAGE);
  await coach.page.getByRole('button', { name: 'Ask about these words' }).click();
  await dialog.getByLabel('Your question').fill(QUESTION);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => highlighted(coach.page, 'quoted-words')).toEqual([PASSAGE]);
  await coach.page.getByRole('button', { name: `Show in the text: ${PASSAGE}` }).press('Enter');
  await expect.poll(() => coach.page.evaluate(() => String(getSelection()))).toBe(PASSAGE);
  await coach.page
    .getByRole('button', { name: /^Ask about this: / })
    .last()
    .press('Enter');
  await dialog.getByRole('radio', { name: 'Propose an action' }).check();
  await dialog.getByLabel('The action you propose').fill('Ask Person A to keep both limits on one page');
  await dialog.getByRole('textbox', { name: 'Look again' }).fill('today');
  await dialog.getByRole('textbox', { name: 'Look again' }).press('Tab');
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await answerDialogs(coach.app, 'Open', file('reply-1.once-share.age'));
  await coach.page.getByRole('button', { name: 'Save the reply' }).press('Enter');
  await expect(coach.page.getByText(/The reply was saved as/)).toBeVisible();

  // Mira opens the reply twice.
  await openShared(writer, file('reply-1.once-share.age'));
  const questions = writer.page.getByRole('region', { name: 'Questions', exact: true });
  await expect(questions.getByRole('status', { name: 'What is new' })).toContainText('2 new');
  await openShared(writer, file('reply-1.once-share.age'));
  await expect(questions.getByRole('status', { name: 'What is new' })).toBeVisible(); // the reply opens its COE
  await showWhole(writer.page);
  await goToSection(writer.page, 'Root cause');
  expect(await violations(writer.page)).toEqual([]);
  const question = questions.getByRole('listitem', { name: new RegExp(QUESTION.slice(0, 30)) });
  await expect(question).toHaveCount(1);
  await expect.poll(() => highlighted(writer.page, 'question')).toEqual([PASSAGE]);

  // She writes before the passage, and the question stays with it. She answers.
  const prose = writer.page.getByRole('textbox', { name: 'What was the root cause?', exact: true });
  await prose.click();
  await expect(prose).toBeFocused();
  await writer.page.keyboard.press('ControlOrMeta+Home');
  await writer.page.keyboard.type('It took a month to find. ');
  await expect(prose).toContainText('It took a month to find. The limits live');
  await expect.poll(() => highlighted(writer.page, 'question')).toEqual([PASSAGE]);
  await question.getByRole('button', { name: /^Answer/ }).press('Enter');
  await expect(question.getByRole('textbox', { name: /^Your answer/ })).toBeFocused();
  await writer.page.keyboard.type('A page that Anna keeps.');
  await writer.page.keyboard.press('ControlOrMeta+Enter');
  await questions.getByText('1 answered or resolved').press('Enter');
  await expect(question).toContainText('A page that Anna keeps.');

  // She accepts the action, which names Anna again, and does it.
  await goToSection(writer.page, 'Actions');
  const accept = questions.getByRole('button', { name: /^Accept: Ask Anna Lindqvist to keep both/ });
  await accept.press('Enter');
  await expect(writer.page.getByText('The action is in the plan.')).toBeVisible();
  await writer.page.getByRole('checkbox', { name: /^Done, action 1/i }).press('Space');
  await expect(writer.page.getByRole('checkbox', { name: /^Done, action 1/i })).toBeChecked();
  await saved(writer.page);
  await share(writer, file('copy-2.once-share.age'));
  await writer.page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(writer.page.getByRole('main')).toContainText('Ask Anna Lindqvist to keep both limits on one page');

  // Noor sees the answer, the words that were asked about, and the check that is due.
  await openShared(coach, file('copy-2.once-share.age'));
  await expect(coach.page.getByText('A page that Person A keeps.')).toBeVisible();
  await expect(coach.page.locator('[data-copy]').getByText('It took a month to find.')).toBeVisible();
  await expect.poll(() => highlighted(coach.page, 'quoted-words')).toEqual([PASSAGE]);
  expect(await violations(coach.page)).toEqual([]);
  await coach.page.getByRole('link', { name: 'Mira', exact: true }).click();
  const comingUp = coach.page.getByRole('region', { name: 'Coming up' });
  await expect(comingUp).toContainText('Ask Person A to keep both limits on one page');
  await expect(comingUp).toContainText(/Look whether it held: .*today/);

  // The first copy, opened again, changes nothing.
  await openShared(coach, file('copy-1.once-share.age'));
  await expect(coach.page.getByText('Nothing new: you have this copy or a newer one.')).toBeVisible();
  await expect(coach.page.getByText('A page that Person A keeps.')).toBeVisible();

  const [coe] = [...(await readCoeFiles(library)).values()] as unknown as Coe[];
  expect(coe?.audiences).toEqual({ 'sections.context': 'me' });
  expect(coe?.sections.actions.items).toMatchObject([
    { text: 'Ask Anna Lindqvist to keep both limits on one page', proposedBy: 'Noor', status: 'done' },
  ]);
  expect(JSON.stringify(coe)).not.toContain(QUESTION);
});
