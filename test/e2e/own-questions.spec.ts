import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { NO_OWN_QUESTIONS, type OwnQuestions, ownQuestionsSchema } from '#domain/questions/own-questions.ts';

import { expect, test } from './support/app.ts';
import { goToSection, section, startCoe } from './support/writing.ts';

test.use({ sharesApp: true });

const fileOf = (library: string): string => path.join(library, 'questions', 'questions.json');
/** The page shows a change before the file is there. */
const onDisk = (library: string): OwnQuestions =>
  existsSync(fileOf(library))
    ? ownQuestionsSchema.parse(JSON.parse(readFileSync(fileOf(library), 'utf8')))
    : NO_OWN_QUESTIONS;

test('own questions are added, ordered and hidden by keyboard, asked in the editor, and reset', async ({
  launch,
  library,
}) => {
  const { page } = await launch();
  await page.getByRole('link', { name: 'Settings' }).click();
  const list = page.getByRole('list', { name: 'Questions of Context' });
  const builtIn = await list.getByRole('checkbox').first().getAttribute('aria-label');
  await page.getByRole('textbox', { name: 'New question' }).fill('Which team was on call?');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('checkbox', { name: 'Which team was on call?' })).toBeChecked();
  const last = (await list.getByRole('checkbox').count()) - 1;
  await expect(list.getByRole('checkbox').nth(last)).toHaveAccessibleName('Which team was on call?');
  for (let place = last - 1; place >= 0; place -= 1) {
    await list.getByRole('button', { name: 'Move up: Which team was on call?' }).focus();
    await page.keyboard.press('Enter');
    await expect(list.getByRole('checkbox').nth(place)).toHaveAccessibleName('Which team was on call?');
  }
  await list.getByRole('checkbox').nth(1).uncheck();
  await expect.poll(() => onDisk(library).prompts['outage']?.['context']?.[1]?.hidden).toBe(true);
  expect(builtIn === null || builtIn !== '').toBe(true);

  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeHidden();
  await startCoe(page, 'Outage', 'A disk filled up');
  const guide = page.getByRole('complementary', { name: 'Questions that may help' });
  await expect(guide.getByRole('listitem').first()).toContainText('Which team was on call?');
  const hidden = onDisk(library).prompts['outage']?.['context']?.[1]?.text ?? '';
  await expect(guide).not.toContainText(hidden);

  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Reset to the built-in questions' }).click();
  await expect(list.getByRole('checkbox', { name: 'Which team was on call?' })).toBeHidden();
  await expect(list.getByRole('checkbox', { name: hidden })).toBeChecked();
});

test('an own condition and a preset are offered where they belong', async ({ launch }) => {
  const { page } = await launch();
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'What it means' }).fill('The tide was high.');
  await page.getByRole('textbox', { name: 'New condition' }).fill('Tide');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Own conditions' })).toContainText('The tide was high.');
  await page.getByRole('textbox', { name: 'New preset' }).fill('Small outage');
  await page.getByRole('button', { name: /Depth of the preset/ }).click();
  await page.getByRole('option', { name: /^Quick/ }).click();
  await page.getByRole('button', { name: 'Add: New preset' }).click();
  await expect(page.getByRole('list', { name: 'Presets' })).toContainText('Outage, Quick');

  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeHidden();
  await page.getByRole('button', { name: 'New COE' }).click();
  const dialog = page.getByRole('dialog', { name: 'New COE' });
  await dialog.getByRole('button', { name: /Preset/ }).click();
  await page.getByRole('option', { name: /^Small outage/ }).click();
  await dialog.getByRole('textbox', { name: 'Title' }).fill('A disk filled up');
  await dialog.getByRole('button', { name: 'Start' }).click();
  await expect(page.getByRole('button', { name: 'Show all ten' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all ten' }).click();
  await goToSection(page, 'Root cause');
  await section(page, 'What was the root cause?').getByRole('button', { name: 'Add a condition' }).click();
  await page.getByRole('searchbox', { name: 'Find or name a condition' }).fill('tide');
  await expect(page.getByRole('option').first()).toContainText('Tide');
  await page.keyboard.press('Enter');
  await expect(section(page, 'What was the root cause?')).toContainText('The tide was high.');
});

test('questions that a newer version wrote are left alone, with a sentence', async ({ launch, library }) => {
  const newer = '{ "format": "once-questions", "version": 2 }';
  mkdirSync(path.dirname(fileOf(library)));
  writeFileSync(fileOf(library), newer);
  const { page } = await launch();
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByText('A newer Once wrote the file questions/questions.json')).toBeVisible();
  await expect(page.getByText('This library cannot be changed here')).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'New question' })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'New condition' })).toBeDisabled();
  await expect(page.getByRole('textbox', { name: 'New preset' })).toBeDisabled();
  expect(readFileSync(fileOf(library), 'utf8')).toBe(newer);
});

test('a broken file of questions gets a sentence, and a change from outside is shown', async ({ launch, library }) => {
  mkdirSync(path.dirname(fileOf(library)));
  writeFileSync(fileOf(library), '{ "format": "once-');
  const { page } = await launch();
  await page.getByRole('link', { name: 'Settings' }).click();
  const notice = page.getByText('cannot be read, so the built-in questions are used');
  await expect(notice).toBeVisible();
  expect(readFileSync(fileOf(library), 'utf8')).toBe('{ "format": "once-');
  const prompts = { outage: { context: [{ text: 'From another computer?', hidden: false }] } };
  writeFileSync(fileOf(library), JSON.stringify({ format: 'once-questions', version: 1, prompts }));
  await expect(page.getByRole('checkbox', { name: 'From another computer?' })).toBeVisible();
  await expect(notice).toBeHidden();
});
