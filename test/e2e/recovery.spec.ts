import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';
import { addToEntry, parseAddition, parseEntry } from '#main/journal/journal-entry.ts';
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

/** Whether the journal holds words that are being written, in an entry or in what was added to it. */
const isInJournal = (userData: string, words: string): boolean =>
  globSync('journal/*/current/*.json', { cwd: userData }).some((file) => {
    try {
      const bytes = readFileSync(path.join(userData, file));
      const addition = parseAddition(bytes);
      const entry = parseEntry(
        addition === null ? bytes : readFileSync(path.join(userData, path.dirname(file), addition.to)),
      );
      const whole = entry === null || addition === null ? entry : addToEntry(entry, addition);
      return JSON.stringify(whole?.coe ?? null).includes(words);
    } catch {
      return false; // saved meanwhile, and dropped from the journal
    }
  });

const isInFile = (library: string, words: string): boolean =>
  readFileSync(path.join(library, 'coes', `${ID}.json`), 'utf8').includes(words);

test.beforeEach(({ library }) => {
  writeFileSync(path.join(library, 'coes', `${ID}.json`), writeCoe(someCoe({ title: 'On disk' }, 1)));
});

test(
  'unsaved text survives a kill, and can be shown, restored and saved',
  { tag: '@packaged' },
  async ({ launch, library, userData }) => {
    const first = await launch();
    await open(first);
    // Saving becomes impossible, whoever runs this test.
    renameSync(path.join(library, 'coes'), path.join(library, 'elsewhere'));
    await writeProse(first.page, 'Additional context', 'Typed while the folder was gone.');
    await expect(first.page.getByRole('status', { name: 'Save state' })).toContainText(
      'What you wrote is kept on this computer',
    );
    await expect.poll(() => isInJournal(userData, 'Typed while the folder was gone.')).toBe(true);
    await first.kill();
    renameSync(path.join(library, 'elsewhere'), path.join(library, 'coes'));

    const { page } = await launch();
    const notice = page.getByRole('status', { name: 'Recovered writing' });
    await expect(notice).toContainText('in “On disk”');
    await notice.getByRole('button', { name: 'Show what changed' }).click();
    const dialog = page.getByRole('dialog', { name: 'Recovered writing' });
    await expect(dialog.locator('ins')).toContainText(['Typed while the folder was gone.']);
    await dialog.getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByText('You can undo this in the editor.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText(
      'Typed while the folder was gone.',
    );
    await expect(notice).toBeHidden();
    const file = path.join(library, 'coes', `${ID}.json`);
    await expect
      .poll(() => JSON.parse(readFileSync(file, 'utf8')).sections.context.prose)
      .toBe('Typed while the folder was gone.');
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('');
  },
);

for (const where of ['journal', 'file'] as const) {
  test(`text survives a kill once it is in the ${where}`, async ({ launch, library, userData }) => {
    const words = 'Words before the kill.';
    const once = await launch();
    await open(once);
    await writeProse(once.page, 'Additional context', words);
    // The journal may be emptied before it is looked at: then the file has the words.
    await expect
      .poll(() => isInFile(library, words) || (where === 'journal' && isInJournal(userData, words)))
      .toBe(true);
    await once.kill();

    const { page } = await launch();
    if (!isInFile(library, words)) {
      const notice = page.getByRole('status', { name: 'Recovered writing' });
      await notice.getByRole('button', { name: 'Restore' }).click();
    } else {
      await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ID);
    }
    await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText(words);
  });
}

test(
  'text that an input method is still composing survives a kill',
  { tag: '@engines' },
  async ({ launch, library, userData }) => {
    const once = await launch();
    await open(once);
    renameSync(path.join(library, 'coes'), path.join(library, 'elsewhere'));
    await once.page.getByRole('textbox', { name: 'Additional context' }).click();
    const devtools = await once.page.context().newCDPSession(once.page);
    const text = 'にほんごのぶんしょう';
    await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await expect.poll(() => isInJournal(userData, text)).toBe(true);
    await once.kill();
    renameSync(path.join(library, 'elsewhere'), path.join(library, 'coes'));

    const { page } = await launch();
    await page.getByRole('status', { name: 'Recovered writing' }).getByRole('button', { name: 'Restore' }).click();
    await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText(text);
  },
);

test('text typed before a page crash is recovered', async ({ launch, library, userData }) => {
  const { app, page } = await launch();
  await answerDialogs(app, 'Show again');
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), ID);
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('On disk');
  renameSync(path.join(library, 'coes'), path.join(library, 'elsewhere'));
  await writeProse(page, 'Additional context', 'Before the page broke.');
  await expect.poll(() => isInJournal(userData, 'Before the page broke.')).toBe(true);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
  renameSync(path.join(library, 'elsewhere'), path.join(library, 'coes'));
  const text = () =>
    app
      .evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      )
      .catch(() => '');
  // A page that is gone never answers: it is asked only once it is back.
  await expect.poll(() => shownDialogs(app)).toHaveLength(1);
  const isBack = () =>
    app
      .evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        return contents !== undefined && !contents.isCrashed() && !contents.isLoading();
      })
      .catch(() => false);
  await expect.poll(isBack).toBe(true);
  await expect.poll(text).toContain('Recovered some writing in “On disk”');
});

test('what a killed app left of settings that it was writing is removed later', async ({ launch, userData }) => {
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const left = [`settings.json.${ended}.next`, 'places.json.tmp-1700000000a1b2c3'].map((each) =>
    path.join(userData, each),
  );
  for (const file of left) {
    writeFileSync(file, '{"theme": "da');
    utimesSync(file, 0, 0);
  }
  await launch();
  await expect.poll(() => left.filter((file) => existsSync(file))).toEqual([]);
});
