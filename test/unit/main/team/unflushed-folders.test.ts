import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { writeCoe } from '#domain/file/write-coe.ts';
import { patternPath } from '#domain/team/tree-paths.ts';
import { flushFolder } from '#main/disk/flush-folder.ts';
import { type KnownFiles, openLibraryFiles } from '#main/team/library-files.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const REFUSED = { ok: false, error: { kind: 'disk', reason: 'input-output', code: 'EIO' } };
const COE = someCoe({});

/** A library with one COE, on a disk that cannot flush the folders in `failing`, by their names. */
function libraryWithCoe() {
  const folder = path.join(temporaryFolder(), 'library');
  for (const name of ['coes', 'trash']) mkdirSync(path.join(folder, name), { recursive: true });
  const file = path.join(folder, 'coes', `${COE.id}.json`);
  writeFileSync(file, writeCoe(COE));
  const failing = new Set<string>();
  const flushed: string[] = [];
  /** Opens its files, as each start does. */
  const open = () =>
    openLibraryFiles(folder, undefined, async (place) => {
      if (failing.has(path.basename(place))) throw Object.assign(new Error('EIO'), { code: 'EIO' });
      flushed.push(path.basename(place));
      await flushFolder(place);
    });
  const known = async (): Promise<KnownFiles> => {
    const scanned = await open().scan(new Map());
    if (!scanned.ok) throw new Error(scanned.error.kind);
    flushed.length = 0;
    return scanned.value.files;
  };
  return { folder, file, failing, flushed, open, known };
}

it('takes nothing as written while the library with a new folder cannot be flushed, even after a restart', async () => {
  const { failing, open } = libraryWithCoe();
  const pattern = { path: patternPath('a-pattern'), bytes: Buffer.from('{}'), expected: null };
  failing.add('library');
  const files = open();
  expect(await files.write([pattern])).toEqual([REFUSED]);
  expect(await files.write([pattern])).toEqual([REFUSED]);
  expect(await open().write([pattern])).toEqual([REFUSED]);
  failing.clear();
  expect(await open().write([pattern])).toEqual([{ ok: true, value: expect.anything() }]);
});

it('takes a COE that a start before wrote, or another program, as there only once its folder can be flushed', async () => {
  const { file, failing, open, known } = libraryWithCoe();
  const before = await known();
  rmSync(file);
  writeFileSync(file, writeCoe({ ...COE, title: 'Written before a kill' }));
  failing.add('coes');
  expect(await open().scan(before)).toEqual(REFUSED);
  expect(await open().scan(before)).toEqual(REFUSED);
  failing.clear();
  expect(await open().scan(before)).toMatchObject({ ok: true });
});

it.each(['trash', 'coes'])(
  'takes a COE that a start before deleted as gone only once %s can be flushed',
  async (name) => {
    const { folder, file, failing, open, known } = libraryWithCoe();
    const before = await known();
    renameSync(file, path.join(folder, 'trash', `20260101T000000000Z-${COE.id}.json`));
    failing.add(name);
    expect(await open().scan(before)).toEqual(REFUSED);
    failing.clear();
    expect(await open().scan(before)).toEqual({ ok: true, value: { files: new Map(), unreadable: new Set() } });
  },
);

it('flushes nothing while all is as it was known', async () => {
  const { flushed, open, known } = libraryWithCoe();
  const before = await known();
  expect((await open().scan(before)).ok).toBe(true);
  expect(flushed).toEqual([]);
});

it('finds a library in which a folder is missing', async () => {
  const { folder, open, known } = libraryWithCoe();
  const before = await known();
  for (const name of ['coes', 'trash']) rmSync(path.join(folder, name), { recursive: true });
  mkdirSync(path.join(folder, 'coes'));
  expect(await open().scan(before)).toEqual({ ok: true, value: { files: new Map(), unreadable: new Set() } });
});
