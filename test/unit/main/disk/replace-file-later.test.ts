import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it, vi } from 'vitest';

import { renameWithPatience } from '#main/disk/rename-patience.ts';
import { replaceFileLater } from '#main/disk/replace-file-later.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** How the next tries of a rename fail here, one after the other. */
let failures: string[] = [];
const patience = (rename: () => Promise<void> | void): Promise<void> => {
  const tryOnce = async (): Promise<void> => {
    const code = failures.shift();
    if (code !== undefined) throw Object.assign(new Error('held'), { code });
    await rename();
  };
  return renameWithPatience(tryOnce, [1, 1]);
};

let folder: string;
let file: string;
beforeEach(() => {
  failures = [];
  folder = temporaryFolder();
  file = path.join(folder, 'settings.json');
  writeFileSync(file, 'old');
});

const replace = (isWanted = (): boolean => true, onReplaced = (): void => undefined): Promise<void> =>
  replaceFileLater(file, 'new', { mode: 0o600, isWanted, onReplaced, patience });

it('replaces a file, says so in the same step, and leaves nothing else', async () => {
  const onReplaced = vi.fn(() => expect(readFileSync(file, 'utf8')).toBe('new'));
  await replace(() => true, onReplaced);
  expect(onReplaced).toHaveBeenCalledOnce();
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('leaves the old file alone when the new version is no longer wanted', async () => {
  await replace(() => false);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('tries again while something holds the file, as long as the new version is wanted', async () => {
  failures = ['EBUSY', 'EPERM'];
  await replace();
  expect(readFileSync(file, 'utf8')).toBe('new');
  writeFileSync(file, 'old');
  failures = ['EACCES'];
  await replace(() => failures.length > 0);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it.each([
  ['the file is held for long', ['EBUSY', 'EBUSY', 'EBUSY']],
  ['the disk fails', ['EIO']],
])('fails, with the old file as it was and nothing left behind, when %s', async (_what, codes) => {
  failures = [...codes];
  await expect(replace()).rejects.toMatchObject({ code: codes[0] });
  expect(failures).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('leaves nothing behind when a folder is in its place', async () => {
  rmSync(file);
  mkdirSync(path.join(file, 'full'), { recursive: true });
  await expect(replace()).rejects.toMatchObject({ code: expect.stringMatching(/EISDIR|ENOTEMPTY|EEXIST|EPERM/) });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

it('makes the folder again when it is gone', async () => {
  rmSync(folder, { recursive: true });
  expect(existsSync(folder)).toBe(false);
  await replace();
  expect(readFileSync(file, 'utf8')).toBe('new');
});
