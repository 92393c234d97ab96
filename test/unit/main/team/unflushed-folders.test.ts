import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it, vi } from 'vitest';

import { coePath, patternPath } from '#domain/team/tree-paths.ts';
import { openLibraryFiles } from '#main/team/library-files.ts';
import { blobId } from '#main/team/object-id.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

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

it.each(['trash', 'coes'])('takes a COE as deleted only once the folder %s can be flushed', async (failing) => {
  const folder = emptyLibrary();
  const files = openLibraryFiles(folder);
  const bytes = Buffer.from('A COE');
  writeFileSync(path.join(folder, 'coes', `${testId(1)}.json`), bytes);
  disk.fails.add(failing);
  expect(await files.remove(coePath(testId(1)), blobId(bytes))).toEqual(refused);
  expect(await files.scan(new Map())).toEqual(refused);
  disk.fails.clear();
  expect(await files.scan(new Map())).toEqual({ ok: true, value: { files: new Map(), unreadable: new Set() } });
});
