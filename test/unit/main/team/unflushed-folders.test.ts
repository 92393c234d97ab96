import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { expect, it, vi } from 'vitest';

import { patternPath } from '#domain/team/tree-paths.ts';
import { openLibraryFiles } from '#main/team/library-files.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** The folders that the disk cannot flush at the moment, by their names. */
const disk = vi.hoisted(() => ({ fails: new Set<string>() }));
vi.mock(import('#main/disk/flush-folder.ts'), async (importOriginal) => {
  const original = await importOriginal();
  const { basename } = await import('node:path');
  return {
    ...original,
    flushFolder: async (folder) => {
      if (disk.fails.has(basename(folder))) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      await original.flushFolder(folder);
    },
  };
});

const refused = { ok: false, error: { kind: 'disk', reason: 'input-output', code: 'EIO' } };

/** The folder of a library that has no folders but that of its COEs, on a disk that flushes every folder. */
function emptyLibrary(): string {
  disk.fails.clear();
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  return folder;
}

it('takes nothing as written while the library with a new folder cannot be flushed', async () => {
  const files = openLibraryFiles(emptyLibrary());
  const pattern = { path: patternPath('a-pattern'), bytes: Buffer.from('{}'), expected: null };
  disk.fails.add('library');
  expect(await files.write([pattern])).toEqual([refused]);
  expect(await files.write([pattern])).toEqual([refused]);
  expect(await files.scan(new Map())).toEqual(refused);
  disk.fails.clear();
  expect(await files.write([pattern])).toEqual([{ ok: true, value: expect.anything() }]);
});
