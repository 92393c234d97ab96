import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from '@playwright/test';

import { expect, readCoeFiles, test } from './support/app.ts';
import { answerTo, ask, createCoe, openLibrary } from './support/ask.ts';
import { violations } from './support/violations.ts';
import { saved } from './support/writing.ts';

const OUTAGE = { kind: 'outage', title: 'Written first', happened: { precision: 'day', value: '2026-03-01' } } as const;

const banner = (page: Page) => page.getByRole('alert').filter({ hasText: 'open in another window of Once' });
const title = (page: Page) => page.getByRole('textbox', { name: 'Title' });
const locks = (folder: string): Promise<string[]> =>
  readdir(path.join(folder, 'home', '.config', 'Once', 'open-libraries'));

test.describe('a library opened by a second instance with other user data', () => {
  test('is read-only there until the first quits', async ({ once, launch, folder, library }) => {
    const { coe } = await createCoe(once.page, OUTAGE);
    const userData = path.join(folder, 'user-data-2');
    const second = await launch({ userData });
    await expect(banner(second.page)).toBeVisible();
    await expect(banner(once.page)).toHaveCount(0);
    expect(await ask(second.page, 'coe:create', { library: await openLibrary(second.page), ...OUTAGE })).toEqual({
      ok: false,
      error: { kind: 'library-open-elsewhere' },
    });

    await second.page.getByRole('link', { name: OUTAGE.title }).click();
    await expect(second.page.getByRole('status', { name: 'Save state' })).toHaveText('Read only');
    await expect(title(second.page)).toHaveAttribute('readonly');

    await once.page.getByRole('link', { name: OUTAGE.title }).click();
    await title(once.page).fill('Changed in the first');
    await saved(once.page);
    await expect(title(second.page)).toHaveValue('Changed in the first');

    await once.quit();
    await expect(banner(second.page)).toHaveCount(0);
    await expect(title(second.page)).not.toHaveAttribute('readonly');
    await title(second.page).fill('Changed in the second');
    await saved(second.page);
    await expect
      .poll(async () => (await readCoeFiles(library)).get(`${coe.id}.json`))
      .toMatchObject({ title: 'Changed in the second' });
    expect(await locks(folder)).toHaveLength(1);
    await second.quit();
    expect(await locks(folder)).toEqual([]);
  });

  test('can be taken over: the first saves, becomes read-only, and keeps its words', async ({
    once,
    launch,
    folder,
  }) => {
    const { coe } = await createCoe(once.page, OUTAGE);
    await once.page.getByRole('link', { name: OUTAGE.title }).click();
    const second = await launch({ userData: path.join(folder, 'user-data-2') });
    await expect(banner(second.page)).toBeVisible();
    await title(once.page).fill('Typed in the first');
    await second.page.getByRole('button', { name: 'Take over now' }).click();
    await expect(banner(once.page)).toBeVisible();
    await expect(title(once.page)).toHaveAttribute('readonly');
    await expect(banner(second.page)).toHaveCount(0);
    expect((await answerTo(second.page, 'coe:open', { id: coe.id })).coe.title).toBe('Typed in the first');
    await second.page.getByRole('link', { name: 'Typed in the first' }).click();
    await title(second.page).fill('Changed in the second');
    await saved(second.page);
    await expect(title(once.page)).toHaveValue('Changed in the second');
    expect(await ask(once.page, 'coe:create', { library: await openLibrary(once.page), ...OUTAGE })).toMatchObject({
      error: { kind: 'library-open-elsewhere' },
    });
  });

  test('is writable there once the first was killed', async ({ once, launch, folder, library }) => {
    const userData = path.join(folder, 'user-data-2');
    const second = await launch({ userData });
    await expect(banner(second.page)).toBeVisible();
    await expect(second.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await violations(second.page)).toEqual([]);
    await once.kill();
    await expect(banner(second.page)).toHaveCount(0);
    await createCoe(second.page, OUTAGE);
    expect((await readCoeFiles(library)).size).toBe(1);
    expect(await readdir(library)).toEqual(['coes', 'trash']);
  });

  test('is writable at once after an earlier instance was killed', async ({ once, launch }) => {
    await once.kill();
    const again = await launch();
    expect(await answerTo(again.page, 'library:state', {})).toMatchObject({ isOpenElsewhere: false });
    await createCoe(again.page, OUTAGE);
  });

  test('is reported as open elsewhere after switching to it', async ({ once, launch, folder, library }) => {
    const userData = path.join(folder, 'user-data-2');
    const other = path.join(folder, 'other');
    await mkdir(path.join(other, 'coes'), { recursive: true });
    await mkdir(userData);
    await writeFile(path.join(userData, 'places.json'), JSON.stringify({ recentLibraries: [library] }));
    const second = await launch({ userData, library: other });
    await expect(banner(second.page)).toHaveCount(0);
    const recents = await answerTo(second.page, 'library:recents', {});
    const handle = recents.find(({ folder }) => folder === library)?.handle ?? '';
    expect(await answerTo(second.page, 'library:open-recent', { handle })).toMatchObject({
      folder: library,
      isOpenElsewhere: true,
    });
    await expect(banner(second.page)).toBeVisible();
    await once.quit();
    await expect(banner(second.page)).toHaveCount(0);
  });
});
