import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, readOnlyCoe, test } from './support/app.ts';
import { saved, showWhole, startCoe, writeProse } from './support/writing.ts';

test.use({ sharesApp: true });

/**
 * Changes the only file of a library the way another program would. Without a pause between reading and writing: a save
 * in it would be taken back.
 */
function changeOutside(library: string, change: (coe: Coe) => void): string {
  const folder = path.join(library, 'coes');
  const target = path.join(folder, readdirSync(folder).find((name) => name.endsWith('.json')) ?? '');
  const coe = JSON.parse(readFileSync(target, 'utf8')) as Coe;
  change(coe);
  writeFileSync(target, JSON.stringify(coe, null, 2));
  return target;
}

test('an outside change is shown at once when nothing is unsaved', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Edited elsewhere');
  await writeProse(page, 'Additional context', 'Mine.');
  await saved(page);
  changeOutside(library, (coe) => {
    coe.title = 'Edited in another program';
    coe.sections.context.prose = 'Theirs.';
  });
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Edited in another program');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Theirs.');
});

test('an outside change during writing is never overwritten, and both versions stay available', async ({
  launch,
  library,
}) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Two writers');
  await writeProse(page, 'Additional context', 'Before.');
  await saved(page);
  await page.getByRole('textbox', { name: 'Additional context' }).click();
  await page.keyboard.press('Control+End');
  const target = changeOutside(library, (coe) => {
    coe.sections.context.prose = 'Theirs, from outside.';
  });
  await page.keyboard.type(' Mine, still being typed.');
  const banner = page.getByRole('alert').filter({ hasText: 'changed outside' });
  // Whichever comes first, the notice or the save: theirs stays on disk until the person decides.
  await expect(
    banner.or(page.getByRole('textbox', { name: 'Additional context' }).filter({ hasText: 'Theirs' })),
  ).toBeVisible();
  if (await banner.isVisible()) {
    expect(await readFile(target, 'utf8')).toContain('Theirs, from outside.');
    await banner.getByRole('button', { name: 'Compare' }).click();
    const dialog = page.getByRole('dialog', { name: 'Two versions of this COE' });
    await expect(dialog).toContainText('Theirs, from outside.');
    await expect(dialog).toContainText('Mine, still being typed.');
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await saved(page);
    await expect.poll(() => readFile(target, 'utf8')).toContain('Mine, still being typed.');
    await page.getByRole('textbox', { name: 'Additional context' }).click();
    await page.keyboard.press('Control+z');
    await expect(page.getByRole('textbox', { name: 'Additional context' })).toContainText('Theirs, from outside.');
  }
});

test('an outside change to another field is merged with unsaved writing', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Two places');
  await showWhole(page);
  const learned = 'What did you learn?';
  await writeProse(page, learned, 'Before. The end.');
  await saved(page);
  for (let step = 0; step < ' The end.'.length; step += 1) await page.keyboard.press('ArrowLeft');
  const heightOnScreen = async (): Promise<number> =>
    (await page.getByRole('textbox', { name: learned, exact: true }).boundingBox())?.y ?? 0;
  const before = await heightOnScreen();
  await page.keyboard.type(' Typed', { delay: 40 });
  const target = changeOutside(library, (coe) => {
    coe.coach = 'Theirs, from outside';
    // Far above, and long enough to push everything below it away.
    coe.sections.context.prose = 'Also theirs.\n\n'.repeat(12);
  });
  await page.keyboard.type(' in the middle with the caret where it was.', { delay: 40 });
  await saved(page);
  const file = async (): Promise<Coe> => JSON.parse(await readFile(target, 'utf8')) as Coe;
  await expect
    .poll(async () => (await file()).sections.learned.prose)
    .toBe('Before. Typed in the middle with the caret where it was. The end.');
  expect((await file()).coach).toBe('Theirs, from outside');
  expect((await file()).sections.context.prose).toContain('Also theirs.');
  await expect.poll(async () => Math.abs((await heightOnScreen()) - before)).toBeLessThan(40);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('a merged change is announced, can be shown, and is reverted by one undo', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'Said quietly');
  await writeProse(page, 'Additional context', 'Mine.');
  await saved(page);
  // The change has to meet unsaved text: the first word is typed before it, and typing goes on during it.
  await page.keyboard.type(' And');
  const typing = page.keyboard.type(' on and on and on and on and on and on and on.', { delay: 60 });
  changeOutside(library, (coe) => {
    coe.coach = 'Somebody else';
  });
  // The notice stays for as long as the pointer is on it, however long typing takes.
  const notice = page.getByRole('status').filter({ hasText: 'Changes made outside Once were merged.' });
  const show = notice.getByRole('button', { name: 'Show what changed' });
  await show.hover();
  await typing;
  await show.click();
  const dialog = page.getByRole('dialog', { name: 'Changes made outside Once' });
  await expect(dialog).toContainText('Somebody else');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await saved(page);
});

test('a conflict in one field is asked about, keeping both loses nothing, and the rest is merged', async ({
  launch,
  library,
}) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'One place');
  await writeProse(page, 'Additional context', 'Before.');
  await saved(page);
  // The change has to meet unsaved text: the first word is typed before it, and typing goes on during it.
  await page.keyboard.type(' Mine');
  const typing = page.keyboard.type(' mine mine mine mine mine mine mine mine.', { delay: 60 });
  const target = changeOutside(library, (coe) => {
    coe.sections.context.prose = 'Before. Theirs.';
    coe.coach = 'Somebody else';
  });
  await typing;
  const banner = page.getByRole('alert').filter({ hasText: 'changed outside' });
  await banner.getByRole('button', { name: 'Compare' }).click();
  const dialog = page.getByRole('dialog', { name: 'Two versions of this COE' });
  await expect(dialog.getByRole('radiogroup')).toHaveCount(1);
  await expect(dialog.getByRole('radio', { name: 'Both, one after the other' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Use these choices' }).click();
  await saved(page);
  await expect.poll(() => readFile(target, 'utf8')).toContain('Mine mine mine');
  const coe = JSON.parse(await readFile(target, 'utf8')) as Coe;
  expect(coe.sections.context.prose).toContain('Theirs.');
  expect(coe.coach).toBe('Somebody else');
});

test('an unreadable file is listed with the reason and left unchanged', async ({ launch, library }) => {
  const broken = path.join(library, 'coes', '01JAAAAAAAAAAAAAAAAAAAAAAA.json');
  await writeFile(broken, '{"format": "once-coe", "title": "half a fi');
  const { page } = await launch();
  await startCoe(page, 'Outage', 'A good one beside it');
  await page.getByRole('link', { name: 'COEs' }).click();
  await expect(page.getByRole('listitem', { name: /^A good one beside it/ })).toBeVisible();
  await page.getByRole('link', { name: '1 file could not be read' }).click();
  await expect(page.getByText('01JAAAAAAAAAAAAAAAAAAAAAAA.json')).toBeVisible();
  expect(await readFile(broken, 'utf8')).toBe('{"format": "once-coe", "title": "half a fi');
});

test('a missing folder is reported and not recreated, and saving resumes when it returns', async ({
  launch,
  library,
  folder,
}) => {
  const { page } = await launch();
  await startCoe(page, 'Outage', 'The drive was unplugged');
  const away = path.join(folder, 'unplugged');
  await rename(library, away);
  await writeProse(page, 'Additional context', 'Typed while it was away.');
  await expect(page.getByRole('status', { name: 'Save state' })).toContainText('Not saved');
  expect(existsSync(library)).toBe(false);
  await expect(page.getByRole('button', { name: 'Save a copy…' }).first()).toBeVisible();
  await rename(away, library);
  await saved(page);
  await expect.poll(async () => (await readOnlyCoe(library)).sections.context.prose).toBe('Typed while it was away.');
});

test('text typed just before quitting is saved', async ({ launch, library }) => {
  const once = await launch();
  await startCoe(once.page, 'Outage', 'Quit at once');
  await writeProse(once.page, 'Additional context', 'The very last words.');
  await once.quit();
  expect((await readOnlyCoe(library)).sections.context.prose).toBe('The very last words.');
});

test('a deleted COE is in the trash and is restored unchanged', async ({ launch, library }) => {
  const { page } = await launch();
  await startCoe(page, 'Other mistake', 'Deleted by mistake');
  await writeProse(page, 'Additional context', 'Worth keeping.');
  await saved(page);
  const before = await readCoeFiles(library);
  await page.getByRole('button', { name: 'More for this COE' }).click();
  await page.getByRole('menuitem', { name: 'Move to trash' }).click();
  await expect.poll(async () => (await readCoeFiles(library)).size).toBe(0);
  await expect.poll(() => readdir(path.join(library, 'trash'))).toHaveLength(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => [...(await readCoeFiles(library))]).toEqual([...before]);
});
