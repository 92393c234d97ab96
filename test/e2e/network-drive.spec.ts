import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { answerTo, openLibrary } from './support/ask.ts';
import { mountNetworkDrive, type NetworkDrive } from './support/network-drive.ts';
import { onlyIf } from './support/only-if.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';

let drive: NetworkDrive;
test.beforeEach(async ({ folder }) => {
  drive = await mountNetworkDrive(folder);
});
test.afterEach(() => drive.remove());

/** A home on the drive, with the library and the settings in it. */
async function homeOnDrive(): Promise<{ home: string; library: string; userData: string }> {
  const home = path.join(drive.folder, 'home');
  const places = { home, library: path.join(home, 'Documents', 'Once'), userData: path.join(home, '.config', 'Once') };
  await mkdir(path.join(places.library, 'coes'), { recursive: true });
  await mkdir(places.userData, { recursive: true });
  return places;
}

test('with a home on a network drive, what is saved is there after a kill', async ({ launch }) => {
  const places = await homeOnDrive();
  const first = await launch(places);
  await startCoe(first.page, 'Outage', 'The drive was slow');
  await writeProse(first.page, 'Additional context', 'Written on a drive.');
  await expect.poll(async () => (await readOnlyCoe(places.library)).sections.context.prose).toBe('Written on a drive.');
  await saved(first.page);
  await first.kill();

  const again = await launch(places);
  await again.page.keyboard.press('Control+2');
  await again.page.getByText('The drive was slow').first().click();
  await expect(again.page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Written on a drive.');
  await writeProse(again.page, 'Additional context', 'And more. ');
  await expect.poll(async () => (await readOnlyCoe(places.library)).sections.context.prose).toContain('And more.');
  await again.quit();
});

test('with a home on a drive that is cut off, words stay in the window and are saved once it is back', async ({
  launch,
}) => {
  onlyIf(drive.canBeCutOff, 'a real drive is not cut off by a test');
  const places = await homeOnDrive();
  const { page, quit } = await launch(places);
  await startCoe(page, 'Outage', 'The drive was gone');
  await writeProse(page, 'Additional context', 'Before.');
  await expect.poll(async () => (await readOnlyCoe(places.library)).sections.context.prose).toBe('Before.');
  await drive.cutOff();

  await page.keyboard.type(' Typed meanwhile.');
  const status = page.getByRole('status', { name: 'Save state' });
  await expect(status).toContainText('Not saved');
  await expect(page.getByRole('textbox', { name: 'Additional context' })).toHaveText('Before. Typed meanwhile.');

  await drive.connect();
  await expect
    .poll(async () => (await readOnlyCoe(places.library)).sections.context.prose)
    .toBe('Before. Typed meanwhile.');
  await quit();
});

test('a COE on a network drive goes to the trash and comes back', async ({ launch }) => {
  const places = await homeOnDrive();
  const { page, quit } = await launch(places);
  await startCoe(page, 'Outage', 'Thrown away');
  const files = async (): Promise<number[]> =>
    Promise.all(['coes', 'trash'].map(async (name) => (await readdir(path.join(places.library, name))).length));
  const { id } = await readOnlyCoe(places.library);
  const library = await openLibrary(page);
  const { trashId } = await answerTo(page, 'coe:delete', { library, id });
  expect(await files()).toEqual([0, 1]);
  await answerTo(page, 'trash:restore', { library, trashId });
  expect(await files()).toEqual([1, 0]);
  await quit();
});

test('a second start on a drive without links opens a window that may only read', async ({ launch }) => {
  const places = await homeOnDrive();
  const first = await launch(places);
  await expect(first.page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  const second = await launch(places);
  const banner = second.page.getByRole('alert').filter({ hasText: 'open in another window of Once' });
  await expect(banner).toBeVisible();
  await first.quit();
  await expect(banner).toBeHidden();
  await second.quit();
});
