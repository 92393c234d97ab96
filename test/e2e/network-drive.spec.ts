import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';

import { expect, readCoeFiles, readOnlyCoe, test as base } from './support/app.ts';
import { answerTo, openLibrary } from './support/ask.ts';
import { mountNetworkDrive, type NetworkDrive } from './support/network-drive.ts';
import { onlyIf } from './support/only-if.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

/** A drive, which is removed after the apps of the test, and a home on it, with the library and the settings in it. */
const test = base.extend<{ drive: NetworkDrive; home: string }>({
  drive: async ({ folder }, provide) => {
    const drive = await mountNetworkDrive(folder);
    await provide(drive);
    await drive.remove();
  },
  home: async ({ drive }, provide) => {
    await provide(path.join(drive.folder, 'home'));
  },
  library: async ({ home }, provide) => {
    const library = path.join(home, 'Documents', 'Once');
    await mkdir(path.join(library, 'coes'), { recursive: true });
    await provide(library);
  },
  userData: async ({ home }, provide) => {
    const userData = path.join(home, '.config', 'Once');
    await mkdir(userData, { recursive: true });
    await provide(userData);
  },
});

/** The text in each COE on the drive; none while it cannot be read, as for a moment when a file there is replaced. */
async function prosesOn(library: string): Promise<string[]> {
  const files = await readCoeFiles(library).catch(() => new Map<string, unknown>());
  return [...files.values()].map((coe) => (coe as Coe).sections.context.prose);
}

test('with a home on a network drive, what is saved is there after a kill', async ({ launch, home, library }) => {
  const first = await launch({ home });
  await startCoe(first.page, 'Outage', 'The drive was slow');
  await writeProse(first.page, 'Additional context', 'Written on a drive.');
  await expect.poll(() => prosesOn(library)).toEqual(['Written on a drive.']);
  await saved(first.page);
  await first.kill();

  const again = await launch({ home });
  await again.page.keyboard.press('Control+2');
  await again.page.getByText('The drive was slow').first().click();
  await expect(again.page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Written on a drive.');
  await writeProse(again.page, 'Additional context', 'And more. ');
  await expect.poll(() => prosesOn(library)).toEqual([expect.stringContaining('And more.')]);
  await again.quit();
});

test('with a home on a drive that is cut off, words stay in the window and are saved once it is back', async ({
  launch,
  drive,
  home,
  library,
}) => {
  onlyIf(drive.canBeCutOff, 'a real drive is not cut off by a test');
  const { page, quit } = await launch({ home });
  await startCoe(page, 'Outage', 'The drive was gone');
  await writeProse(page, 'Additional context', 'Before.');
  await expect.poll(() => prosesOn(library)).toEqual(['Before.']);
  await drive.cutOff();

  await page.keyboard.type(' Typed meanwhile.');
  const status = page.getByRole('status', { name: 'Save state' });
  await expect(status).toContainText('Not saved');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Before. Typed meanwhile.');

  await drive.connect();
  await expect.poll(() => prosesOn(library)).toEqual(['Before. Typed meanwhile.']);
  await quit();
});

test('a drive that stays cut off fails to answer, and is removed with its test', async ({ drive }) => {
  onlyIf(drive.canBeCutOff, 'a real drive is not cut off by a test');
  await drive.cutOff();
  await expect(readdir(drive.folder)).rejects.toThrow('ENOTCONN');
});

test('a COE on a network drive goes to the trash and comes back', async ({ launch, home, library }) => {
  const { page, quit } = await launch({ home });
  await startCoe(page, 'Outage', 'Thrown away');
  const files = async (): Promise<number[]> =>
    Promise.all(['coes', 'trash'].map(async (name) => (await readdir(path.join(library, name))).length));
  const { id } = await readOnlyCoe(library);
  const opened = await openLibrary(page);
  const { trashId } = await answerTo(page, 'coe:delete', { library: opened, id });
  expect(await files()).toEqual([0, 1]);
  await answerTo(page, 'trash:restore', { library: opened, trashId });
  expect(await files()).toEqual([1, 0]);
  await quit();
});

test('a second start on a drive without links opens a window that may only read, and keeps the settings of the first', async ({
  launch,
  home,
  userData,
}) => {
  const first = await launch({ home });
  await expect(first.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const second = await launch({ home });
  const banner = second.page.getByRole('alert').filter({ hasText: 'open in another window of Once' });
  await expect(banner).toBeVisible();
  await answerTo(first.page, 'settings:change', { theme: 'dark' });
  await answerTo(second.page, 'settings:change', { proseSize: 140 });
  await answerTo(first.page, 'settings:change', { density: 'compact' });
  const settings = path.join(userData, 'settings.json');
  expect(JSON.parse(await readFile(settings, 'utf8'))).toMatchObject({
    theme: 'dark',
    proseSize: 140,
    density: 'compact',
  });
  await first.quit();
  await expect(banner).toBeHidden();
  await second.quit();
});
