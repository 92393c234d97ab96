import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';

import { ALL_EXAMPLES } from '#test/support/examples.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { violations } from './support/violations.ts';

test.use({ sharesApp: true });

const [example] = ALL_EXAMPLES;

/** Fills a library with the first example. */
function fill(library: string): string {
  if (example === undefined) throw new Error('There are no examples');
  mkdirSync(path.join(library, 'coes'), { recursive: true });
  writeFileSync(path.join(library, 'coes', `${example.id}.json`), writeCoe(example));
  return example.title;
}

test('a COE is exported with what was chosen, and the choice is remembered', async ({ launch, library, folder }) => {
  const title = fill(library);
  const { app, page } = await launch();
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  const preview = dialog.getByRole('region', { name: 'What leaves' });
  await expect(preview.getByText('She waited fifty minutes')).toBeVisible();
  await expect(preview.getByText('ashamed')).toBeHidden();
  // Tables in any Markdown that is shown have the same name.
  expect((await violations(page)).filter((each) => !each.startsWith('landmark-unique'))).toEqual([]);

  await dialog.getByText('Include feelings and your state on the day').click();
  await expect(preview.getByText('ashamed')).toBeVisible();
  await dialog.getByText('Replace names by Person A, Person B …').click();
  await expect(preview.getByText('Alex Marsh')).toBeHidden();
  await dialog.getByText('Root cause', { exact: true }).click();

  const file = path.join(folder, 'out.md');
  await answerDialogs(app, '', file);
  await dialog.getByRole('button', { name: 'Export…' }).click();
  await expect(page.getByText('Exported out.md.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('author: Person A');
  expect(text).toContain('| ashamed |');
  expect(text).not.toContain('## What was the root cause?');

  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Copy as rich text' }).click();
  await expect(page.getByText('Copied as rich text.')).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^# Did not turn up/u);
});

test('the Markdown copy of a library follows its saves', async ({ launch, library, folder }) => {
  const title = fill(library);
  const copy = path.join(folder, 'copy');
  mkdirSync(copy);
  const { app, page } = await launch();
  await expect(page.getByRole('link', { name: title }).first()).toBeVisible();
  await page.keyboard.press('Control+Comma');
  await answerDialogs(app, '', copy);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.getByRole('button', { name: 'Stop copying' })).toBeVisible();
  const names = (): string[] => readdirSync(copy).filter((each) => each.endsWith('.md'));
  await expect.poll(names).toHaveLength(1);
  const [name = ''] = names();
  expect(readFileSync(path.join(copy, name), 'utf8')).toContain(`# ${title}`);
});
