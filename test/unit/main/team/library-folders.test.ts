import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { ok } from '#domain/result.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { createLibraryFolders } from '#main/team/library-folders.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The folders of a library, and the names of those that were flushed; `.` is the library. */
function withFlushes() {
  const library = temporaryFolder();
  const flushed: string[] = [];
  const folders = createLibraryFolders(library, async (folder) => {
    flushed.push(path.relative(library, folder) || '.');
    await flushFolder(folder);
  });
  const patterns = path.join(library, 'patterns');
  const flush = async (): Promise<string[]> => {
    flushed.length = 0;
    expect(await folders.flush([patterns])).toEqual(ok(null));
    return [...flushed];
  };
  return { patterns, flush };
}

it('flushes the library when a folder is flushed for the first time, and not again', async () => {
  const { patterns, flush } = withFlushes();
  mkdirSync(patterns);
  expect(await flush()).toEqual(['patterns', '.']);
  expect(await flush()).toEqual(['patterns']);
});

it('flushes the library again for a folder that is made after it was gone', async () => {
  const { patterns, flush } = withFlushes();
  expect(await flush()).toEqual(['patterns', '.']);
  mkdirSync(patterns);
  expect(await flush()).toEqual(['patterns', '.']);
  rmSync(patterns, { recursive: true });
  expect(await flush()).toEqual(['patterns', '.']);
  mkdirSync(patterns);
  expect(await flush()).toEqual(['patterns', '.']);
  expect(await flush()).toEqual(['patterns']);
});
