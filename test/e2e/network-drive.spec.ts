import { mkdir } from 'node:fs/promises';
import path from 'node:path';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { mountNetworkDrive, type NetworkDrive } from './support/network-drive.ts';
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
