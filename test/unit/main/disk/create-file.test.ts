import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import { expect, it } from 'vitest';

import { createFile } from '#main/disk/create-file.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

it('gives a file its name only once it is written and checked', async () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'copy.zip');
  const made = await createFile(file, false, async (temporary) => {
    await writeFile(temporary, 'whole');
    expect(existsSync(file)).toBe(false);
    return 5;
  });
  expect(made).toBe(5);
  expect(readFileSync(file, 'utf8')).toBe('whole');
  expect(readdirSync(folder)).toEqual(['copy.zip']);
});

it('leaves nothing behind when what is written fails its check', async () => {
  const folder = temporaryFolder();
  const failing = createFile(path.join(folder, 'copy.zip'), true, async (temporary) => {
    await writeFile(temporary, 'half');
    throw new Error('not whole');
  });
  await expect(failing).rejects.toThrow('not whole');
  expect(readdirSync(folder)).toEqual([]);
});

it.each([
  [true, 'new'],
  [false, 'old'],
])('replaces a file of that name only if told to: %s', async (overwrite, kept) => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'copy.zip');
  writeFileSync(file, 'old');
  const codes: unknown[] = [];
  await createFile(file, overwrite, (temporary) => writeFile(temporary, 'new')).catch((error: unknown) =>
    codes.push((error as { code: unknown }).code),
  );
  expect(codes).toEqual(overwrite ? [] : ['EEXIST']);
  expect(readFileSync(file, 'utf8')).toBe(kept);
  expect(readdirSync(folder)).toEqual(['copy.zip']);
});
