import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCard } from '#main/sharing/cards.ts';
import { generateSharingIdentity } from '#main/sharing/identity.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, readOnlyCoe, test } from './support/app.ts';
import { saved, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

test('a COE is shared step by step, and only what was chosen is in the file', async ({ launch, library, folder }) => {
  const { app, page } = await launch();
  await startCoe(page, 'Outage', 'Checkout refused cards', '14 Nov 2026 10:05');
  await showWhole(page);
  await writeProse(page, 'Additional context', 'Anna Lindqvist had changed the limits.');
  await writeProse(page, 'What was the root cause?', 'The secret quarrel in the team.');
  await saved(page);

  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
  const next = dialog.getByRole('button', { name: 'Next' });
  const name = dialog.getByRole('textbox', { name: 'Your name, as readers see it' });
  await expect(name).toBeFocused();
  await next.click();
  await expect(dialog.getByText('Enter your name, so that readers know who wrote this.')).toBeVisible();
  await expect(name).toBeFocused();
  await name.fill('Mira');
  await name.press('Tab');
  await expect(dialog.getByRole('radio', { name: 'Anyone who has the file' })).toBeChecked();
  await next.click();

  await dialog
    .getByRole('radiogroup', { name: 'Who may read Root cause' })
    .getByRole('radio', { name: 'Only me' })
    .check();
  await expect(dialog.getByRole('region', { name: 'Root cause' })).toContainText('Stays here');
  await next.click();
  await expect(dialog.getByRole('group', { name: 'Names and wishes' })).toBeFocused();

  const anna = dialog.getByRole('radiogroup', { name: 'What happens to Anna Lindqvist' });
  await anna.getByRole('radio', { name: 'Replace' }).check();
  const pseudonym = dialog.getByRole('textbox', { name: 'Instead of Anna Lindqvist' });
  await pseudonym.fill('The engineer');
  await dialog.getByRole('textbox', { name: 'What would you like from the reader?' }).fill('What did I not see?');

  // Escape loses nothing that was chosen, and another reader gets pseudonyms of their own.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await writeFile(path.join(folder, 'noor.once-card'), writeCard(generateSharingIdentity('Noor')));
  await answerDialogs(app, '', path.join(folder, 'noor.once-card'));
  const reopen = async (choose: () => Promise<void>): Promise<void> => {
    await page.getByRole('button', { name: 'More for this COE' }).click();
    await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
    await choose();
    await next.click();
    await next.click();
  };
  const forAnyone = dialog.getByRole('radio', { name: 'Anyone who has the file' });
  await reopen(() => expect(forAnyone).toBeChecked());
  await expect(pseudonym).toHaveValue('The engineer');
  await expect(dialog.getByRole('textbox', { name: 'What would you like from the reader?' })).toHaveValue(
    'What did I not see?',
  );
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await reopen(async () => {
    await dialog.getByRole('button', { name: 'Add somebody’s card…' }).click();
    await expect(dialog.getByRole('radio', { name: 'Noor' })).toBeChecked();
  });
  await expect(pseudonym).toHaveValue('Person A');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await reopen(() => forAnyone.check());
  await expect(pseudonym).toHaveValue('Person A');
  await pseudonym.fill('The engineer');
  await dialog.getByRole('textbox', { name: 'What would you like from the reader?' }).fill('What did I not see?');
  await next.click();

  const leaves = dialog.getByRole('region', { name: 'What leaves' });
  await expect(leaves).toContainText('The engineer had changed the limits.');
  await expect(leaves).not.toContainText('quarrel');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Root cause');
  const file = path.join(folder, 'copy.once-share');
  await answerDialogs(app, '', file);
  await dialog.getByRole('button', { name: 'Save the file' }).click();
  await expect(page.getByText('Once sends nothing: send the file yourself.')).toBeVisible();

  const text = await readFile(file, 'utf8');
  expect(text).toContain('The engineer had changed the limits.');
  for (const hidden of ['Anna', 'Lindqvist', 'quarrel', '10:05']) expect(text).not.toContain(hidden);
  expect(JSON.parse(text)).toMatchObject({
    format: 'once-share',
    kind: 'copy',
    seq: 1,
    from: { name: 'Mira' },
    to: null,
    body: { audience: 'coaching', asks: 'What did I not see?', notForRatings: true, left: { sections: ['cause'] } },
  });
  await saved(page);
  const audiences = async (): Promise<unknown> => (await readOnlyCoe(library)).audiences;
  await expect.poll(audiences).toEqual({ 'sections.cause': 'me' });
});

test('a COE about oneself begins with nothing shared, and its labels are chosen by keyboard', async ({ launch }) => {
  const { page } = await launch();
  await startCoe(page, 'Missed event', 'I missed the graduation', '14 Nov 2026');
  await showWhole(page);
  await writeProse(page, 'Additional context', 'I had said yes to two things.');
  await saved(page);
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share for coaching' });
  const name = dialog.getByRole('textbox', { name: 'Your name, as readers see it' });
  await name.fill('Mira');
  await name.press('Tab');
  await dialog.getByRole('button', { name: 'Next' }).click();

  const context = dialog.getByRole('region', { name: 'Context' });
  await expect(context).toContainText('Stays here');
  const label = context.getByRole('radiogroup', { name: 'Who may read Context' });
  await label.getByRole('radio', { name: 'Only me' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(label.getByRole('radio', { name: 'Coaching' })).toBeChecked();
  await expect(context).toContainText('1 of 1 go along');
  await context.getByRole('button', { name: 'Context' }).press('Enter');
  await expect(
    context.getByRole('radiogroup', { name: /^Who may read Text/ }).getByRole('radio', { name: 'Published' }),
  ).toBeDisabled();
});

test('what was chosen for a copy that was not saved survives a kill', async ({ launch, userData }) => {
  const wish = 'What did I not see?';
  const first = await launch({ userData });
  await startCoe(first.page, 'Outage', 'Checkout refused cards', '14 Nov 2026 10:05');
  const address = new URL(first.page.url()).hash;
  const open = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'More for this COE' }).click();
    await page.getByRole('menuitem', { name: 'Share for coaching…' }).click();
  };
  const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Share for coaching' });
  const goToNames = async (page: Page): Promise<void> => {
    await dialogOf(page).getByRole('button', { name: 'Next' }).click();
    await dialogOf(page).getByRole('button', { name: 'Next' }).click();
  };
  const wishIn = (page: Page) => dialogOf(page).getByRole('textbox', { name: 'What would you like from the reader?' });
  await open(first.page);
  const name = dialogOf(first.page).getByRole('textbox', { name: 'Your name, as readers see it' });
  await name.fill('Mira');
  await name.press('Tab');
  await goToNames(first.page);
  await wishIn(first.page).fill(wish);
  const stored = (): string =>
    globSync('journal/*/unsent/*.json', { cwd: userData })
      .map((file) => readIfThere(path.join(userData, file)))
      .join('');
  await expect.poll(stored).toContain(wish);
  await first.kill();

  const { page } = await launch({ userData });
  await expect(page).toHaveURL(/#\/[a-z]/);
  await page.evaluate((hash) => (window.location.hash = hash), address);
  await open(page);
  await expect(
    dialogOf(page).getByText('You chose this earlier, and saved no file. Cancel gives it up.'),
  ).toBeVisible();
  await goToNames(page);
  await expect(wishIn(page)).toHaveValue(wish);
  await dialogOf(page).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(stored).toBe('');
});

/** What is in a file; nothing if it was removed after the folder was listed. */
function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
