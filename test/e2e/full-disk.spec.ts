import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, readOnlyCoe, test } from './support/app.ts';
import { saved, startCoe, writeProse } from './support/writing.ts';
import { onlyIf } from './support/only-if.ts';

/** Runs a command of the system; tells whether it went well. */
const could = (command: string, ...options: string[]): boolean =>
  spawnSync(command, options, { stdio: 'ignore' }).status === 0;

test('a full disk is reported, the old version stays intact, and Retry saves once there is space', async ({
  launch,
  folder,
}) => {
  const disk = path.join(folder, 'small-disk');
  await mkdir(disk);
  onlyIf(
    process.platform === 'linux' && could('mount', '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk),
    'a small disk can only be mounted by root on Linux',
  );
  try {
    const library = path.join(disk, 'library');
    await mkdir(path.join(library, 'coes'), { recursive: true });
    await mkdir(path.join(library, 'trash'));
    const once = await launch({ library });
    const { page } = once;
    await startCoe(page, 'Outage', 'The disk was full');
    await writeProse(page, 'Additional context', 'Before.');
    await saved(page);
    const filler = path.join(disk, 'filler');
    await writeFile(filler, Buffer.alloc(1 << 20)).catch(() => undefined); // until nothing more fits

    await writeProse(page, 'Additional context', ' Typed while it was full.');
    const status = page.getByRole('status', { name: 'Save state' });
    await expect(status).toContainText('Not saved');
    await expect(status).toContainText(/full/i);
    const prose = async (): Promise<string> => (await readOnlyCoe(library)).sections.context.prose;
    expect(await prose()).toBe('Before.');

    await rm(filler);
    await page.getByRole('button', { name: 'Retry' }).click();
    await saved(page);
    await expect.poll(prose).toContain('Typed while it was full.');
    await expect
      .poll(async () => (await readdir(path.join(library, 'coes'))).filter((name) => name.startsWith('.once-')))
      .toEqual([]);
    await once.quit();
  } finally {
    if (!could('umount', disk)) could('umount', '-l', disk);
  }
});

test('a full disk at the first start is what New COE says, until there is space', async ({ launch, folder }) => {
  const disk = path.join(folder, 'small-disk');
  await mkdir(disk);
  onlyIf(
    process.platform === 'linux' && could('mount', '-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', disk),
    'a small disk can only be mounted by root on Linux',
  );
  try {
    const [home, filler] = [path.join(disk, 'home'), path.join(disk, 'filler')];
    const userData = path.join(home, '.config', 'Once');
    await mkdir(userData, { recursive: true });
    await writeFile(filler, Buffer.alloc(1 << 20)).catch(() => undefined); // until nothing more fits
    const once = await launch({ library: null, home, userData });
    const { page } = once;
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Keep this folder' }).click();
    await page.getByRole('button', { name: 'New COE' }).click();
    const dialog = page.getByRole('dialog', { name: 'New COE' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('The disk was full');
    await dialog.getByRole('radio', { name: 'Outage', exact: true }).check();
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(dialog).toContainText('the disk is full');
    // The lock of the library could not be written either, which says nothing about another window.
    await expect(page.getByText('open in another window')).toBeHidden();
    await rm(filler);
    await dialog.getByRole('button', { name: 'Start' }).click();
    await expect(page.getByRole('status', { name: 'Save state' })).toContainText('Saved');
    await once.quit();
  } finally {
    if (!could('umount', disk)) could('umount', '-l', disk);
  }
});
