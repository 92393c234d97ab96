import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';

import { renameWithPatience } from '#main/disk/rename-patience.ts';
import { removeUnfinished, replaceFileLater } from '#main/disk/replace-file-later.ts';
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

const CHILD = path.resolve('test/support/unfinished-write-child.ts');
const DAY = 86_400_000;

/** Starts a process that has written a new version of the file and waits with the rename. */
async function startWriting() {
  const child = spawn(process.execPath, ['--no-warnings', CHILD, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return {
    unfinished: `settings.json.${child.pid}.next`,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

it('removes the new version of a process that was killed before the rename, after a day', async () => {
  const { unfinished, kill } = await startWriting();
  await kill();
  expect(readdirSync(folder).toSorted()).toEqual(['settings.json', unfinished]);
  await removeUnfinished(file, Date.now() + DAY / 2);
  expect(readdirSync(folder).toSorted()).toEqual(['settings.json', unfinished]);
  await removeUnfinished(file, Date.now() + 2 * DAY);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  expect(readFileSync(file, 'utf8')).toBe('old');
});

it('leaves the new version of a running process alone, however old it is', async () => {
  const { unfinished } = await startWriting();
  await removeUnfinished(file, Date.now() + 400 * DAY);
  expect(readdirSync(folder).toSorted()).toEqual(['settings.json', unfinished]);
});

it('removes what an earlier process with the id of this one left, and nothing of another file', async () => {
  const others = ['settings.json.new', 'settings.json.next', 'settings.json.x.next', 'places.json.1.next'];
  for (const name of [...others, `settings.json.${process.pid}.next`]) writeFileSync(path.join(folder, name), '');
  await removeUnfinished(file, Date.now() + 2 * DAY);
  expect(readdirSync(folder).toSorted()).toEqual(['settings.json', ...others].toSorted());
});

it('removes what electron-store left of a version that it was writing, after a day, and nothing with another name', async () => {
  const left = 'settings.json.tmp-1700000000a1b2c3';
  const others = [
    'settings.json.tmp-170000000a1b2c3d',
    'settings.json.tmp-1700000000a1b2c3.bak',
    'settings.json.tmp-1700000000A1B2C3',
    'places.json.tmp-1700000000a1b2c3',
    'my settings.json.tmp-1700000000a1b2c3',
  ];
  for (const name of [...others, left]) writeFileSync(path.join(folder, name), '{"theme": "da');
  await removeUnfinished(file, Date.now() + DAY / 2);
  expect(readdirSync(folder)).toContain(left);
  await removeUnfinished(file, Date.now() + 2 * DAY);
  expect(readdirSync(folder).toSorted()).toEqual(['settings.json', ...others].toSorted());
});

it('removes what is beside the file that a link leads to', async () => {
  const { kill } = await startWriting();
  await kill();
  const elsewhere = temporaryFolder();
  const link = path.join(elsewhere, 'link.json');
  symlinkSync(file, link);
  await removeUnfinished(link, Date.now() + 2 * DAY);
  expect(readdirSync(folder)).toEqual(['settings.json']);
  expect(readdirSync(elsewhere)).toEqual(['link.json']);
});

it('removes nothing from a folder that is gone', async () => {
  rmSync(folder, { recursive: true });
  await expect(removeUnfinished(file, Date.now())).resolves.toBeUndefined();
});
