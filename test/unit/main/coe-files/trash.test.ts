import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
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
        { trashId: `20260601T120000000Z-${ID}`, coeId: ID, title: 'Doomed', deletedAt: '2026-06-01T12:00:00.000Z' },
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
});
