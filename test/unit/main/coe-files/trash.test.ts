import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { filesUnder } from '#test/support/files-under.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const ID = testId(1);

async function withOne(): Promise<TestLibrary & { file: string; text: string }> {
  const folder = path.join(temporaryFolder(), 'library');
  const file = path.join(folder, 'coes', `${ID}.json`);
  // Not the app's own layout: restoring must return these exact bytes.
  const text = `${JSON.stringify(JSON.parse(writeCoe(someCoe({ title: 'Doomed' }))))}\n\n`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return { ...(await openTestLibrary({ folder })), file, text };
}

describe('the trash', () => {
  it('stores a COE, lists it, and restores it byte for byte', async () => {
    const { library, file, text, folder } = await withOne();
    const deleted = await library.delete(ID);
    expect(deleted).toEqual({ ok: true, value: { trashId: `20260601T120000000Z-${ID}` } });
    expect(library.state()).toMatchObject({ coeCount: 0, trashCount: 1 });
    expect(readFileSync(path.join(folder, 'trash', `20260601T120000000Z-${ID}.json`), 'utf8')).toBe(text);
    expect(await library.listTrash()).toEqual({
      ok: true,
      value: [
        {
          trashId: `20260601T120000000Z-${ID}`,
          coeId: ID,
          title: 'Doomed',
          kind: 'outage',
          happened: dayMoment('2026-05-14'),
          deletedAt: '2026-06-01T12:00:00.000Z',
        },
      ],
    });
    expect(await library.restore(`20260601T120000000Z-${ID}`)).toEqual({ ok: true, value: { coeId: ID } });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(library.state()).toMatchObject({ coeCount: 1, trashCount: 0 });
  });

  it('is counted correctly while the folder is scanned', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    mkdirSync(path.join(folder, 'coes'), { recursive: true });
    const ids = Array.from({ length: 30 }, (_, index) => testId(index + 1));
    for (const [index, id] of ids.entries()) {
      writeFileSync(path.join(folder, 'coes', `${id}.json`), writeCoe(someCoe({}, index + 1)));
    }
    const { library } = await openTestLibrary({ folder, intervals: { settle: 1 } });
    for (const [index, id] of ids.entries()) {
      const deleting = library.delete(id);
      await Promise.all([deleting, library.reconcile()]);
      expect(library.state().trashCount).toBe(index + 1);
    }
  });

  it('never restores over an existing COE', async () => {
    const { library, file, text } = await withOne();
    await library.delete(ID);
    writeFileSync(file, text.replace('Doomed', 'Another'));
    expect(await library.restore(`20260601T120000000Z-${ID}`)).toEqual({
      ok: false,
      error: { kind: 'exists-already' },
    });
    expect(readFileSync(file, 'utf8')).toContain('Another');
    expect(library.state().trashCount).toBe(1);
  });

  it('can hold the same COE twice, even deleted within one millisecond', async () => {
    const { library, file, text } = await withOne();
    await library.delete(ID);
    writeFileSync(file, text);
    await library.reconcile();
    await library.delete(ID);
    const trash = await library.listTrash();
    expect(trash.ok && trash.value.length).toBe(2);
  });

  it('is created when missing', async () => {
    const { library, folder } = await withOne();
    rmSync(path.join(folder, 'trash'), { recursive: true });
    expect((await library.delete(ID)).ok).toBe(true);
    expect(readdirSync(path.join(folder, 'trash')).length).toBe(1);
  });

  it.each(['', 'x', '../coes/x', `../coes/${ID}`, `20260601T120000000Z-../../x`, `20260601T120000000Z-${ID}`])(
    'has nothing called %j',
    async (trashId) => {
      const { library } = await withOne();
      expect(await library.restore(trashId)).toEqual({ ok: false, error: { kind: 'not-found' } });
    },
  );

  it('reports a missing COE', async () => {
    const { library } = await withOne();
    expect(await library.delete(testId(2))).toEqual({ ok: false, error: { kind: 'not-found' } });
  });

  it('removes a COE from search at once', async () => {
    const { library } = await withOne();
    const found = async (): Promise<number> =>
      (await library.list({ filter: emptyFilter(), text: 'doomed', order: 'best-match', offset: 0, limit: 10 })).total;
    expect(await found()).toBe(1);
    await library.delete(ID);
    expect(await found()).toBe(0);
  });

  describe('deleting permanently', () => {
    const TRASH_ID = `20260601T120000000Z-${ID}`;

    it('removes the file, its versions and its unsaved text, and nothing else', async () => {
      const { library, folder, journalFolder, text } = await withOne();
      const opened = await library.open(ID);
      if (!opened.ok) throw new Error('not opened');
      const { coe, revision } = opened.value;
      await library.save({ ...coe, title: 'Doomed twice' }, revision); // keeps a version of the foreign file
      await library.journal.write({ ...coe, title: 'Unsaved' }, revision, '2026-06-01T12:00:00.000Z');
      const other = `${testId(2)}.json`;
      writeFileSync(path.join(folder, 'coes', other), text.replaceAll(ID, testId(2)));
      await library.reconcile();
      expect((await library.listVersions(ID)).ok && filesUnder(path.join(folder, 'versions')).size).toBeGreaterThan(0);
      await library.delete(ID);
      expect(await library.deletePermanently([TRASH_ID])).toEqual({ ok: true, value: null });
      expect(library.state()).toMatchObject({ coeCount: 1, trashCount: 0 });
      expect([...filesUnder(folder).keys()].filter((file) => file.includes(ID))).toEqual([]);
      expect([...filesUnder(journalFolder).keys()].filter((file) => file.includes(ID))).toEqual([]);
      expect(readdirSync(path.join(folder, 'coes'))).toEqual([other]);
      expect(await library.deletePermanently([TRASH_ID])).toEqual({ ok: true, value: null });
    });

    it('keeps the versions of a COE that is in the library again', async () => {
      const { library, file, folder, text } = await withOne();
      const opened = await library.open(ID);
      if (!opened.ok) throw new Error('not opened');
      await library.save({ ...opened.value.coe, title: 'Again' }, opened.value.revision);
      await library.delete(ID);
      writeFileSync(file, text);
      await library.reconcile();
      expect(await library.deletePermanently([TRASH_ID])).toEqual({ ok: true, value: null });
      expect(library.state()).toMatchObject({ coeCount: 1, trashCount: 0 });
      expect(filesUnder(path.join(folder, 'versions')).size).toBe(1);
    });

    it.each(['', 'x', `../coes/${ID}`, `../coes/20260601T120000000Z-${ID}`, `20260601T120000001Z-${ID}`])(
      'touches nothing for the id %j',
      async (trashId) => {
        const { library, folder } = await withOne();
        await library.delete(ID);
        const before = filesUnder(folder);
        expect(await library.deletePermanently([trashId])).toEqual({ ok: true, value: null });
        expect(filesUnder(folder)).toEqual(before);
      },
    );

    it('removes a link in the trash, and not what it points to', async () => {
      const { library, folder } = await withOne();
      const outside = path.join(temporaryFolder(), 'outside.json');
      writeFileSync(outside, 'mine');
      symlinkSync(outside, path.join(folder, 'trash', `${TRASH_ID}.json`));
      expect((await library.deletePermanently([TRASH_ID])).ok).toBe(true);
      expect(readFileSync(outside, 'utf8')).toBe('mine');
      expect(readdirSync(path.join(folder, 'trash'))).toEqual([]);
    });
  });
});
