import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { saveCoe } from '#main/coe-files/save-coe.ts';
import { createOwnWrites } from '#main/coe-files/own-writes.ts';
import { libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import { areKnown } from '#main/library/known-changes.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

describe('a change in the folder', () => {
  const coe = someCoe({ title: 'Known' });
  const name = `${coe.id}.json`;

  /** A library with one COE, saved by Once and in the catalogue. */
  async function saved() {
    const folder = temporaryFolder();
    await makeLibraryFolders(folder);
    const paths = libraryPathsOf(folder);
    const catalogue = new Catalogue();
    const mutex = createKeyedMutex();
    const outcome = await saveCoe(paths, coe, null, Date.now, {
      ownWrites: createOwnWrites(),
      beforeReplacing: () => Promise.resolve(null),
    });
    if (!outcome.ok) throw new Error(outcome.error.kind);
    const { revision, stamp } = outcome.value;
    catalogue.put({ summary: summarise(outcome.value.coe), revision, stamp });
    return {
      file: path.join(paths.coes, name),
      knows: (...names: string[]) => areKnown({ catalogue, paths, mutex }, names),
      catalogue,
      mutex,
      paths,
    };
  }

  it('is known if Once saved the file', async () => {
    const { knows } = await saved();
    expect(await knows(name, '.once-a1.tmp', '.DS_Store', 'notes.txt')).toBe(true);
  });

  it('is known in the middle of a save, as soon as that has ended', async () => {
    const { knows, catalogue, mutex, paths } = await saved();
    const before = catalogue.get(coe.id);
    let answer: Promise<boolean> | null = null;
    await mutex.run(coe.id, async () => {
      const outcome = await saveCoe(paths, { ...coe, title: 'Changed' }, before?.revision ?? null, Date.now, {
        ownWrites: createOwnWrites(),
        beforeReplacing: () => Promise.resolve(null),
      });
      if (!outcome.ok) throw new Error(outcome.error.kind);
      answer = knows(name);
      const { revision, stamp } = outcome.value;
      catalogue.put({ summary: summarise(outcome.value.coe), revision, stamp });
    });
    expect(await answer).toBe(true);
  });

  it('is looked at without locking the COE, so that a scan meanwhile reads it', async () => {
    const { knows, file, mutex } = await saved();
    writeFileSync(file, writeCoe({ ...coe, title: 'From outside' }));
    const answer = knows(name);
    expect(mutex.isLocked(coe.id)).toBe(false);
    expect(await answer).toBe(false);
  });

  it('is known if Once deleted the file', async () => {
    const { knows, file, catalogue } = await saved();
    rmSync(file);
    expect(await knows(name)).toBe(false);
    catalogue.remove(name);
    expect(await knows(name)).toBe(true);
  });

  it('is not known if another program wrote, touched, replaced or added a file', async () => {
    const { knows, file } = await saved();
    utimesSync(file, 1, 1);
    expect(await knows(name)).toBe(false);
    writeFileSync(`${file}.new`, writeCoe(coe));
    renameSync(`${file}.new`, file);
    expect(await knows(name)).toBe(false);
    const { knows: knowsOther, file: other } = await saved();
    writeFileSync(path.join(path.dirname(other), 'copy of it.json'), '{}');
    expect(await knowsOther(name)).toBe(true);
    expect(await knowsOther(name, 'copy of it.json')).toBe(false);
  });
});
