import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, readCoeFiles, test } from './support/app.ts';
import { goToSection, saved, showWhole, startCoe, writeProse } from './support/writing.ts';

const QUESTION = 'What would have made the second limit visible?';
const ANSWER = 'A single page that lists both.';
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

/** Goes through “Share for coaching…” for the coach, and saves the file. */
async function share({ app, page }: OnceProcess, file: string): Promise<void> {
  await answerDialogs(app, 'Open', file);
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
  await dialog.getByRole('radio', { name: 'Noor' }).check();
  const next = dialog.getByRole('button', { name: 'Next' });
  await next.click();
  await dialog
    .getByRole('radiogroup', { name: 'Who may read Context' })
    .getByRole('radio', { name: 'Only me' })
    .check();
  await next.click();
  await expect(dialog.getByRole('list', { name: 'Names' })).toBeAttached();
  await next.click();
  await expect(dialog.getByRole('region', { name: 'What leaves' })).toContainText('The limits live in two places');
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  await expect(page.getByText('Once sends nothing: send the file yourself.')).toBeVisible();
}

test('two people on two computers: cards, a copy, a question, an answer and a plan', async ({
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

  // Mira shares all but one section.
  await writer.page.getByRole('link', { name: 'COEs', exact: true }).click();
  await startCoe(writer.page, 'Outage', 'Two limits', '14 Nov 2026');
  await showWhole(writer.page);
  await writeProse(writer.page, 'Additional context', SECRET);
  await writeProse(writer.page, 'What was the root cause?', 'The limits live in two places. Nobody reads both.');
  await saved(writer.page);
  await share(writer, file('copy-1.once-share.age'));
  expect((await readFile(file('copy-1.once-share.age'))).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/);

  // Noor reads it, asks about the cause, and proposes an action.
  await openShared(coach, file('copy-1.once-share.age'));
  await expect(coach.page.getByRole('heading', { level: 1, name: 'Two limits' })).toBeVisible();
  await expect(coach.page.getByText('Nobody reads both.')).toBeVisible();
  await expect(coach.page.getByText(SECRET)).toHaveCount(0);
  const dialog = coach.page.getByRole('dialog');
  await coach.page.getByRole('button', { name: 'Ask about this: What was the root cause?' }).press('Enter');
  await dialog.getByLabel('Your question').fill(QUESTION);
  await dialog.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(dialog).toBeHidden();
  await answerDialogs(coach.app, 'Open', file('reply-1.once-share.age'));
  await coach.page.getByRole('button', { name: 'Save the reply' }).press('Enter');
  await expect(coach.page.getByText(/The reply was saved as/)).toBeVisible();

  // Mira opens the reply twice, changes the text, and answers.
  await openShared(writer, file('reply-1.once-share.age'));
  const questions = writer.page.getByRole('region', { name: 'Questions', exact: true });
  await expect(questions.getByRole('status', { name: 'What is new' })).toContainText('1 new');
  await openShared(writer, file('reply-1.once-share.age'));
  await expect(questions.getByRole('status', { name: 'What is new' })).toBeVisible(); // the reply opens its COE
  await showWhole(writer.page);
  await goToSection(writer.page, 'Root cause');
  const question = questions.getByRole('listitem', { name: new RegExp(QUESTION.slice(0, 30)) });
  await expect(question).toHaveCount(1);
  await question.getByRole('button', { name: /^Answer/ }).press('Enter');
  await writer.page.keyboard.type(ANSWER);
  await writer.page.keyboard.press('ControlOrMeta+Enter');
  await questions.getByText('1 answered or resolved').press('Enter');
  await expect(question).toContainText(ANSWER);
  await share(writer, file('copy-2.once-share.age'));

  // Noor sees the answer in the second copy; the first one, opened again, changes nothing.
  await openShared(coach, file('copy-2.once-share.age'));
  await expect(coach.page.getByText(ANSWER)).toBeVisible();
  await openShared(coach, file('copy-1.once-share.age'));
  await expect(coach.page.getByText('Nothing new: you have this copy or a newer one.')).toBeVisible();
  await expect(coach.page.getByText(ANSWER)).toBeVisible();

  const [coe] = [...(await readCoeFiles(library)).values()] as unknown as Coe[];
  expect(coe?.audiences).toEqual({ 'sections.context': 'me' });
  expect(JSON.stringify(coe)).not.toContain(QUESTION);
});
