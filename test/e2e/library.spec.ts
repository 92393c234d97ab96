import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { writeCoe } from '#domain/file/write-coe.ts';
import { someCoe } from '#test/support/some-coe.ts';

import { expect, readCoeFiles, test } from './support/app.ts';
import { answerTo, createCoe, openLibrary } from './support/ask.ts';
import { chooseInMenu } from './support/menu.ts';

test.use({ sharesApp: true });

const list = (page: Page) => page.getByRole('list', { name: 'COEs', exact: true });
const rows = (page: Page) => list(page).getByRole('listitem');
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search COEs' });
const focusedRow = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1));

const create = (page: Page, title: string, date = '2026-03-01', kind: 'outage' | 'missed-event' = 'outage') =>
  createCoe(page, { kind, title, happened: { precision: 'day', value: date } });

test('an empty library explains itself and offers New COE', async ({ once: { page, start } }) => {
  await page.getByRole('button', { name: 'Skip the introduction' }).click();
  await expect(page.getByRole('heading', { name: 'No COEs here yet' })).toBeVisible();
  await expect(page.getByText(start.library ?? '')).toBeVisible();
  await page.getByRole('button', { name: 'Write your first COE' }).click();
  await expect(page.getByRole('dialog', { name: 'New COE' })).toBeVisible();
});

test('the style layers are in order after bundling', { tag: '@packaged' }, async ({ once: { page } }) => {
  const order = await page.evaluate(() => {
    const rule = document.styleSheets[0]?.cssRules[0];
    return rule instanceof CSSLayerStatementRule ? rule.nameList : [];
  });
  expect(order).toEqual(['tokens', 'base', 'parts']);
});

test(
  'searching while typing keeps every letter, highlights matches and counts them',
  { tag: '@packaged' },
  async ({ once: { page } }) => {
    await create(page, 'The certificate expired on a Sunday');
    await create(page, 'Missed the school play', '2026-02-01', 'missed-event');
    await expect(rows(page)).toHaveCount(2);
    await expect(page.getByText('2 COEs')).toBeVisible();
    await search(page).pressSequentially('certificate', { delay: 25 });
    await expect(search(page)).toHaveValue('certificate');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page).first()).toHaveAccessibleName(
      /^The certificate expired on a Sunday, Outage, 1 Mar 2026, Draft/,
    );
    await expect(rows(page).locator('mark')).toHaveText('certificate');
    await expect(page.getByText('1 of 2 COEs')).toBeVisible();
    await expect(page).toHaveURL(/q=certificate/);
    await page.keyboard.press('Escape');
    await expect(search(page)).toHaveValue('');
    await expect(rows(page)).toHaveCount(2);
  },
);

test('a search without matches says how many match without the filter', async ({ once: { page } }) => {
  await create(page, 'The certificate expired', '2026-03-01');
  await search(page).fill('certificate kind:missed-event');
  await expect(page.getByText('No match for “certificate”')).toBeVisible();
  await expect(page.getByText('1 COE matches without kind:missed-event.')).toBeVisible();
  await page.getByRole('button', { name: 'Search without it' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('filters are kept in the address, shown as chips, and can be removed', async ({ once: { page } }) => {
  await create(page, 'An outage');
  await create(page, 'A missed event', '2026-02-01', 'missed-event');
  await page.getByRole('button', { name: 'Filter by kind' }).press('Enter');
  await expect(page.getByRole('option').first()).toBeFocused();
  await expect(page.getByRole('option').first()).toHaveCSS('outline-offset', '-2px');
  await page.getByRole('option', { name: 'Missed event' }).click();
  await expect(page).toHaveURL(/kind=missed-event/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await expect(page).toHaveURL(/kind=missed-event/);
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('list', { name: 'Filters that are on' }).getByRole('button').click();
  await expect(rows(page)).toHaveCount(2);
});

test('the list works by arrow keys and Enter, and keeps its position', async ({ launch, library }) => {
  await Promise.all(
    Array.from({ length: 400 }, async (_, number) => {
      const coe = someCoe({}, number + 1);
      await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
    }),
  );
  const { page } = await launch();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'COEs' }).click();
  await expect(page.getByText('400 COEs', { exact: true })).toBeVisible();
  await search(page).focus();
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => focusedRow(page)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(() => focusedRow(page)).toBe(399);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('PageUp');
  // Between two rows none has the focus.
  const isFurtherUp = (row: number): boolean => row >= 0 && row < 398;
  await expect.poll(async () => isFurtherUp(await focusedRow(page))).toBe(true);
  const title = await page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#\/coes\/[0-9A-Z]{26}/);
  await page.goBack();
  await expect(list(page).getByRole('link', { name: title }).first()).toBeInViewport();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(title);
});

test('Delete moves a COE to the trash, and Undo restores it', async ({ once: { page } }) => {
  await create(page, 'First', '2026-03-02');
  await create(page, 'Second', '2026-03-01');
  await expect(rows(page)).toHaveCount(2);
  await list(page).getByRole('link', { name: 'First' }).focus();
  await page.keyboard.press('Delete');
  await expect(rows(page)).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Second');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(2);
});

test('a COE can be restored from the trash', async ({ once: { page } }) => {
  const { coe } = await create(page, 'Only me');
  await answerTo(page, 'coe:delete', { library: await openLibrary(page), id: coe.id });
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Trash (1)' }).click();
  await page.getByRole('button', { name: 'Restore Only me' }).click();
  await expect(page.getByText('Nothing in the trash')).toBeVisible();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page).toHaveURL(new RegExp(coe.id));
});

test('the trash is in sight, and what lies there can be deleted permanently after a question', async ({
  once: { page },
}) => {
  for (const title of ['First', 'Second', 'Third']) {
    const { coe } = await create(page, title);
    await answerTo(page, 'coe:delete', { library: await openLibrary(page), id: coe.id });
  }
  await page.getByRole('navigation').getByRole('link', { name: 'Trash (3)' }).click();
  await page.getByRole('button', { name: 'Delete Second permanently…' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('“Second” will be deleted from this computer, with its earlier versions');
  await expect(question).toContainText('Backups that contain it stay as they are');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('listitem', { name: 'Second' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Second permanently…' }).click();
  await question.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(page.getByRole('listitem', { name: 'Second' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Empty trash…' }).click();
  await question.getByRole('button', { name: 'Delete 2 COEs' }).click();
  await expect(page.getByText('Nothing in the trash')).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Trash', exact: true })).toBeVisible();
});

test('a COE that is in the trash says so where it is opened, and can be restored there', async ({ once: { page } }) => {
  const { coe } = await create(page, 'Only me');
  await answerTo(page, 'coe:delete', { library: await openLibrary(page), id: coe.id });
  await page.evaluate((id) => (window.location.hash = `#/coes/${id}`), coe.id);
  await expect(page.getByText('This COE is in the trash')).toBeVisible();
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Only me');
});

test('in a search, the titles of all rows stand evenly, however much of each matches, and no row is cut', async ({
  launch,
  library,
}) => {
  await mkdir(path.join(library, 'coes'), { recursive: true });
  const { sections } = someCoe();
  const prose = 'The certificate had expired.';
  const coes = [
    someCoe({ title: 'By its certificate alone' }, 1),
    someCoe({ title: 'In one place', sections: { ...sections, context: { ...sections.context, prose } } }, 2),
    someCoe(
      {
        title: 'In two places',
        sections: { ...sections, context: { ...sections.context, prose }, impact: { ...sections.impact, prose } },
      },
      3,
    ),
  ];
  for (const coe of coes) await writeFile(path.join(library, 'coes', `${coe.id}.json`), writeCoe(coe));
  const { page } = await launch();
  await page.getByRole('link', { name: 'COEs', exact: true }).click();
  for (const density of ['comfortable', 'compact'] as const) {
    await answerTo(page, 'settings:change', { density });
    await expect(page.locator('html')).toHaveAttribute('data-density', density);
    await search(page).fill('certificate');
    await expect(rows(page)).toHaveCount(3);
    await expect(rows(page).locator('small')).toHaveCount(3);
    const offsets = await rows(page).evaluateAll((items) =>
      items.map((item) => {
        const [title, facts, box] = ['a', 'p:last-of-type', 'label > span'].map((part) =>
          item.querySelector(part)?.getBoundingClientRect(),
        );
        const { top, bottom } = item.getBoundingClientRect();
        return {
          title: Math.round((title?.top ?? 0) - top),
          isCut: (facts?.bottom ?? 0) > bottom,
          besideBox: (title?.left ?? 0) - (box?.right ?? 0),
        };
      }),
    );
    for (const { besideBox } of offsets) expect(besideBox, 'from the checkbox to the text').toBeGreaterThanOrEqual(6);
    expect(new Set(offsets.map(({ title }) => title)).size, density).toBe(1);
    expect(
      offsets.some(({ isCut }) => isCut),
      density,
    ).toBe(false);
  }
});

test('a COE that was moved to the trash comes back with undo after the message is gone', async ({
  once: { app, page },
}) => {
  await create(page, 'Only me');
  const row = rows(page).filter({ hasText: 'Only me' });
  await row.getByRole('link').click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Only me');
  await chooseInMenu(app, 'coe.delete');
  await expect(page.getByText('“Only me” is in the trash.')).toBeVisible();
  await expect(row).toHaveCount(0);
  // As long as the editor is there, it answers Ctrl+S.
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveCount(0);
  // A message that has nothing to undo takes its place.
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Everything is saved.')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: “Only me” is in the trash.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Only me');
});

test('a search without a match corrects a typo and says what can be searched for', async ({ once: { page } }) => {
  await create(page, 'The certificate expired');
  await search(page).fill('certifcate');
  await page.getByRole('button', { name: 'certificate', exact: true }).click();
  await expect(rows(page)).toHaveCount(1);
  await search(page).fill('kind:bogus');
  await expect(page.getByText('There is no kind “bogus”')).toBeVisible();
  await page.getByRole('button', { name: 'kind:outage' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('the order menu shows which order is chosen', async ({ once: { page } }) => {
  await create(page, 'Only me');
  await page.getByRole('button', { name: /^Order: / }).click();
  await expect(page.getByRole('menuitemradio', { name: 'Newest first' })).toBeChecked();
  await expect(page.getByRole('menuitemradio', { name: 'Title' })).not.toBeChecked();
});

test('an unreadable file is listed with the reason and blocks nothing else', async ({ launch, library }) => {
  await writeFile(path.join(library, 'coes', '01K84NDHAA6BH94HRP63QDMCQ1.json'), '{"format": "once.coe", "cut');
  const { page } = await launch();
  await create(page, 'Still here');
  await page.getByRole('link', { name: '1 file could not be read' }).click();
  await expect(page.getByRole('heading', { name: '01K84NDHAA6BH94HRP63QDMCQ1.json' })).toBeVisible();
  await expect(page.getByText('Once has not changed it')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show 01K84NDHAA6BH94HRP63QDMCQ1.json in its folder' })).toBeVisible();
});

test('a missing library folder is reported, and the library reopens when it returns', async ({ once, folder }) => {
  await create(once.page, 'On the drive');
  const library = once.start.library ?? '';
  await rename(library, path.join(folder, 'away'));
  await expect(once.page.getByRole('alert')).toContainText('Once has deleted nothing');
  await once.page.getByRole('button', { name: 'Try again' }).click();
  await expect(once.page.getByRole('alert')).toContainText('It is still missing.');
  await mkdir(folder, { recursive: true });
  await rename(path.join(folder, 'away'), library);
  // No click here: the library reopens by itself, perhaps before the button could be clicked.
  await expect(once.page.getByRole('alert')).toHaveCount(0);
  await expect(rows(once.page)).toHaveCount(1);
});

test('a library folder that comes back empty is called empty, and can be used', async ({ once, folder }) => {
  await create(once.page, 'On the drive');
  const library = once.start.library ?? '';
  await rename(library, path.join(folder, 'away'));
  const banner = once.page.getByRole('alert');
  await expect(banner).toContainText('Once has deleted nothing');
  await mkdir(library);
  await banner.getByRole('button', { name: 'Try again' }).click();
  await expect(banner).toContainText('The folder of this library is there, but empty.');
  await banner.getByRole('button', { name: 'Use the empty folder' }).click();
  await expect(banner).toHaveCount(0);
  await expect(rows(once.page)).toHaveCount(0);
  await create(once.page, 'Begun again');
  await expect.poll(async () => (await readCoeFiles(library)).size).toBe(1);
});

test('the example library says that it is fictional and offers the way back', async ({ once: { page } }) => {
  await create(page, 'Mine');
  await page.getByRole('button', { name: /^Library: / }).click();
  await page.getByRole('menuitem', { name: 'Example library' }).click();
  await expect(page.getByText('everything in it at first is fictional')).toBeVisible();
  await expect(rows(page)).toHaveCount(8);
  await page.getByRole('button', { name: 'Back to my library' }).click();
  await expect(rows(page)).toHaveCount(1);
});
