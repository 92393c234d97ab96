import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { writeCoe } from '#domain/file/write-coe.ts';

import { ALL_EXAMPLES } from '#test/support/examples.ts';

import { answerDialogs } from './support/answer-dialogs.ts';
import { expect, test } from './support/app.ts';
import { violations } from './support/violations.ts';
import { setWindow, WINDOWS } from './support/windows.ts';

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
  expect(await violations(page)).toEqual([]);
  const scope = dialog.getByRole('radiogroup', { name: 'What to export' });
  const right = (element: Element): number => element.getBoundingClientRect().right;
  const emptyPart = (await scope.evaluate(right)) - (await scope.locator('label').last().evaluate(right));
  expect(emptyPart, 'beside its last option').toBeLessThan(4);

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

test('the COEs chosen in the list are exported, and no others', async ({ launch, library, folder }) => {
  mkdirSync(path.join(library, 'coes'), { recursive: true });
  for (const coe of ALL_EXAMPLES) writeFileSync(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { app, page } = await launch();
  const rows = page.getByRole('list', { name: 'COEs', exact: true }).getByRole('listitem');
  const titleOf = async (place: number): Promise<string> =>
    (await rows.nth(place).getByRole('link').textContent()) ?? '';
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  await expect(rows).toHaveCount(ALL_EXAMPLES.length);
  await rows.nth(0).getByRole('link').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await rows.nth(4).click({ modifiers: ['ControlOrMeta'] });
  await expect(page.getByText('3 COEs chosen')).toBeVisible();
  await rows.nth(1).getByRole('checkbox').click();
  await expect(page.getByText('2 COEs chosen')).toBeVisible();
  const chosen = [await titleOf(0), await titleOf(4)];
  expect(await violations(page)).toEqual([]);

  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByRole('radio', { name: '2 chosen' })).toBeChecked();
  await dialog.getByRole('button', { name: /Format/u }).click();
  await page.getByRole('option', { name: /^COE files/u }).click();
  const out = path.join(folder, 'out');
  mkdirSync(out);
  await answerDialogs(app, '', out);
  await dialog.getByRole('button', { name: 'Export 2 COEs…' }).click();
  await expect(page.getByText('Exported 2 files to out.')).toBeVisible();
  const titles = readdirSync(out).map(
    (name) => (JSON.parse(readFileSync(path.join(out, name), 'utf8')) as { title: string }).title,
  );
  expect(titles.toSorted()).toEqual(chosen.toSorted());

  await rows.nth(0).getByRole('link').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByText('COEs chosen')).toBeHidden();
  await rows.nth(2).getByRole('checkbox').click();
  await rows.nth(5).click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 COEs chosen')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search COEs' }).fill('certificate');
  await expect(page.getByText('COEs chosen')).toBeHidden();
});

test('the buttons of a long dialog are in sight at 200 %', async ({ launch, library }) => {
  const title = fill(library);
  const { app, page } = await launch();
  await page.getByRole('link', { name: title }).first().click();
  await setWindow(app, page, WINDOWS[2]);
  await page.keyboard.press('Control+Shift+P');
  await page.getByRole('combobox').fill('Export');
  await page.getByRole('option', { name: /^Export…/u }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('Sections', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Export…' })).toBeInViewport({ ratio: 1 });
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
