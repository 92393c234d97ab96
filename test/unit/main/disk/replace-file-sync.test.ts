import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { replaceFileSync } from '#main/disk/replace-file-sync.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it('replaces a file, with the permissions that it is given', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, 'old');
  replaceFileSync(file, 'new', { flush: true, mode: 0o600 });
  expect(readFileSync(file, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['settings.json']);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});

it('keeps the old file and leaves nothing behind when writing fails', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'index');
  writeFileSync(file, 'old');
  const write = (descriptor: number): void => {
    writeSync(descriptor, 'half');
    throw new Error('the disk is full');
  };
  expect(() => replaceFileSync(file, write)).toThrow('the disk is full');
  expect(readFileSync(file, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['index']);
});

it('leaves nothing behind when the file cannot be replaced', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'index', 'full'), { recursive: true });
  expect(() => replaceFileSync(path.join(folder, 'index'), 'new')).toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(['index']);
});
