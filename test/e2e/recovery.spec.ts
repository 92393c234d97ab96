import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

import { answerDialogs, shownDialogs } from './support/answer-dialogs.ts';
import { expect, type OnceProcess, test } from './support/app.ts';
import { writeProse } from './support/writing.ts';

const ID = testId(1);

const open = async ({ page }: OnceProcess): Promise<void> => {
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ID);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('On disk');
};

test.beforeEach(({ library }) => {
  writeFileSync(path.join(library, 'coes', `${ID}.json`), writeCoe(someCoe({ title: 'On disk' }, 1)));
});

test('what could not be saved outlasts a kill, is shown, brought back and saved', async ({ launch, library }) => {
  const first = await launch();
  await open(first);
  // Saving becomes impossible, whoever runs this test.
  renameSync(path.join(library, 'coes'), path.join(library, 'elsewhere'));
  await writeProse(first.page, 'Additional context', 'Typed while the folder was gone.');
  await expect(first.page.getByRole('status', { name: 'Save state' })).toContainText(
    'What you wrote is kept on this computer',
  );
  await first.page.waitForTimeout(1000);
  await first.kill();
  renameSync(path.join(library, 'elsewhere'), path.join(library, 'coes'));

  const { page } = await launch();
  const notice = page.getByRole('status', { name: 'Recovered writing' });
  await expect(notice).toContainText('in “On disk”');
  await notice.getByRole('button', { name: 'Show what changed' }).click();
  const dialog = page.getByRole('dialog', { name: 'Recovered writing' });
  await expect(dialog.locator('ins')).toContainText(['Typed while the folder was gone.']);
  await dialog.getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText(
    'Typed while the folder was gone.',
  );
  await expect(notice).toBeHidden();
  const file = path.join(library, 'coes', `${ID}.json`);
  expect(JSON.parse(readFileSync(file, 'utf8')).sections.context.prose).toBe('Typed while the folder was gone.');
  await page.getByRole('button', { name: 'Undo' }).or(page.getByText('Restored')).first().waitFor();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('');
});

test('what was typed a second before a kill is on disk or recovered, whenever the kill comes', async ({
  launch,
  library,
}) => {
  test.setTimeout(180_000);
  for (const moment of [1000, 1100, 1300]) {
    writeFileSync(path.join(library, 'coes', `${ID}.json`), writeCoe(someCoe({ title: 'On disk' }, 1)));
    const once = await launch();
    await open(once);
    const words = `Words before the kill at ${moment}.`;
    await writeProse(once.page, 'Additional context', words);
    await once.page.waitForTimeout(moment);
    await once.kill();
    const after = await launch();
    const notice = after.page.getByRole('status', { name: 'Recovered writing' });
    await after.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'COEs' }).click();
    await expect(after.page.getByRole('list', { name: 'COEs' }).getByRole('listitem')).toHaveCount(1);
    await after.page.waitForTimeout(500);
    if (await notice.isVisible()) await notice.getByRole('button', { name: 'Restore' }).click();
    else await open(after);
    await expect(after.page.getByRole('textbox', { name: 'Additional context' })).toHaveText(words);
    await after.quit();
  }
});

test('a page that crashes brings the words back', async ({ launch, library }) => {
  const { app, page } = await launch();
  await answerDialogs(app, 'Show again');
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ID);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('On disk');
  renameSync(path.join(library, 'coes'), path.join(library, 'elsewhere'));
  await writeProse(page, 'Additional context', 'Before the page broke.');
  await page.waitForTimeout(1000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  renameSync(path.join(library, 'elsewhere'), path.join(library, 'coes'));
  const text = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  // A page that is gone never answers: it is asked only once it is back.
  await expect.poll(() => shownDialogs(app)).toHaveLength(1);
  const isBack = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
    });
  await expect.poll(isBack, { timeout: 20_000 }).toBe(true);
  await expect.poll(text, { timeout: 20_000 }).toContain('Recovered some writing in “On disk”');
});
