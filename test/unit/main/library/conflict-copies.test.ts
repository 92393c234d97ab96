import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const ID = testId(1);
const OWN = `${ID}.json`;
const COPY = `${ID} (Ana's conflicted copy 2024-01-15).json`;
const TEXT = writeCoe(someCoe({ coach: 'theirs' }));

/** A library with one COE and a conflict copy of it. */
async function withCopy(changes: { own?: boolean } = {}): Promise<TestLibrary> {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  if (changes.own !== false) writeFileSync(path.join(folder, 'coes', OWN), writeCoe(someCoe()));
  writeFileSync(path.join(folder, 'coes', COPY), TEXT);
  return openTestLibrary({ folder });
}

const copiesInList = async ({ library }: TestLibrary): Promise<number[]> => {
  const page = await library.list({
    filter: coeFilterSchema.parse({}),
    text: '',
    order: 'title',
    offset: 0,
    limit: 9,
  });
  return page.rows.map((row) => row.copies);
};
const aside = ({ folder }: TestLibrary): string[] => {
  const place = path.join(folder, 'set-aside');
  return existsSync(place) ? readdirSync(place).sort() : [];
};

describe('a conflict copy', () => {
  it('is recognised by the id inside, counted with its COE, and is not a COE itself', async () => {
    const test = await withCopy();
    expect(test.library.problems()).toEqual([{ fileName: COPY, reason: 'conflict-copy', detail: ID, coeId: ID }]);
    expect(test.library.state()).toMatchObject({ coeCount: 1, problemCount: 1, copyCount: 1 });
    expect(await copiesInList(test)).toEqual([1]);
  });

  it('is recognised even under the name of another COE', async () => {
    const test = await withCopy();
    renameSync(path.join(test.coes, COPY), path.join(test.coes, `${testId(2)}.json`));
    await test.library.reconcile();
    expect(test.library.problems()).toMatchObject([
      { fileName: `${testId(2)}.json`, reason: 'conflict-copy', coeId: ID },
    ]);
  });

  it('is announced with its COE when it appears and disappears', async () => {
    const test = await withCopy();
    const announced = (): unknown[] =>
      test.told.splice(0).flatMap(({ event, payload }) => (event === 'coes:changed' ? [payload] : []));
    announced();
    rmSync(path.join(test.coes, COPY));
    await test.library.reconcile();
    expect(announced()).toEqual([{ ids: [ID] }]);
    writeFileSync(path.join(test.coes, COPY), TEXT);
    await test.library.reconcile();
    expect(announced()).toEqual([{ ids: [ID] }]);
    expect(await copiesInList(test)).toEqual([1]);
  });

  it('can be read, and leaves the problems once quarantined', async () => {
    const test = await withCopy();
    const copy = await test.library.readCopy(COPY);
    if (!copy.ok) throw new Error(copy.error.kind);
    expect(copy.value).toMatchObject({ coe: { coach: 'theirs' }, isOlder: false });
    expect(await test.library.quarantineCopy(COPY, copy.value.revision)).toEqual({ ok: true, value: null });
    expect(readdirSync(test.coes)).toEqual([OWN]);
    expect(readFileSync(path.join(test.folder, 'set-aside', COPY), 'utf8')).toBe(TEXT);
    expect(test.library.problems()).toEqual([]);
    expect(test.library.state()).toMatchObject({ problemCount: 0, copyCount: 0 });
  });

  it('never overwrites an earlier quarantined copy', async () => {
    const test = await withCopy();
    for (const coach of ['first', 'second', 'third']) {
      writeFileSync(path.join(test.coes, COPY), writeCoe(someCoe({ coach })));
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await test.library.reconcile();
      // oxlint-disable-next-line no-await-in-loop
      const copy = await test.library.readCopy(COPY);
      // oxlint-disable-next-line no-await-in-loop
      if (copy.ok) await test.library.quarantineCopy(COPY, copy.value.revision);
    }
    const coaches = aside(test).map(
      (name) => (JSON.parse(readFileSync(path.join(test.folder, 'set-aside', name), 'utf8')) as Coe).coach,
    );
    expect(coaches.sort()).toEqual(['first', 'second', 'third']);
  });

  it('is not quarantined if it changed since it was shown', async () => {
    const test = await withCopy();
    const copy = await test.library.readCopy(COPY);
    if (!copy.ok) throw new Error(copy.error.kind);
    writeFileSync(path.join(test.coes, COPY), writeCoe(someCoe({ coach: 'theirs again' })));
    expect(await test.library.quarantineCopy(COPY, copy.value.revision)).toMatchObject({
      error: { kind: 'changed-outside', current: { coe: { coach: 'theirs again' } } },
    });
    expect(existsSync(path.join(test.coes, COPY))).toBe(true);
  });

  it('counts as older only if the COE was derived from it here', async () => {
    const test = await withCopy();
    const opened = await test.library.open(ID);
    if (!opened.ok) throw new Error(opened.error.kind);
    const before = readFileSync(path.join(test.coes, OWN));
    const saved = await test.library.save({ ...opened.value.coe, coach: 'mine' }, opened.value.revision);
    if (!saved.ok) throw new Error(saved.error.kind);
    const mine = readFileSync(path.join(test.coes, OWN));
    const isOlder = async (bytes: Uint8Array): Promise<unknown> => {
      writeFileSync(path.join(test.coes, COPY), bytes);
      await test.library.reconcile();
      const copy = await test.library.readCopy(COPY);
      return copy.ok && copy.value.isOlder;
    };
    expect(await isOlder(before)).toBe(true);
    expect(await isOlder(mine)).toBe(true);
    // A sync program replaces the file with the other computer's version and keeps ours as a copy. Theirs is not based
    // on ours.
    writeFileSync(path.join(test.coes, OWN), writeCoe(someCoe({ coach: 'from elsewhere' })));
    expect(await isOlder(mine)).toBe(false);
  });

  it('can be requested only by its listed name', async () => {
    const test = await withCopy();
    writeFileSync(path.join(test.coes, `${testId(9)}.json`), 'broken');
    await test.library.reconcile();
    for (const name of ['../../etc/passwd', OWN, `${testId(9)}.json`, '', '..']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as well
      expect(await test.library.readCopy(name)).toEqual({ ok: false, error: { kind: 'not-found' } });
      // oxlint-disable-next-line no-await-in-loop
      expect(await test.library.quarantineCopy(name, 'x')).toEqual({ ok: false, error: { kind: 'not-found' } });
      // oxlint-disable-next-line no-await-in-loop
      expect(await test.library.restoreCopy(name)).toEqual({ ok: false, error: { kind: 'not-found' } });
    }
  });
});

describe('a conflict copy whose COE is missing', () => {
  it('can be restored as the COE, byte for byte', async () => {
    const test = await withCopy({ own: false });
    expect(test.library.problems()).toEqual([{ fileName: COPY, reason: 'copy-alone', detail: ID, coeId: ID }]);
    expect(await test.library.restoreCopy(COPY)).toEqual({ ok: true, value: { coeId: ID } });
    expect(readdirSync(test.coes)).toEqual([OWN]);
    expect(readFileSync(path.join(test.coes, OWN), 'utf8')).toBe(TEXT);
    expect(test.library.problems()).toEqual([]);
    expect(await test.library.open(ID)).toMatchObject({ value: { coe: { coach: 'theirs' } } });
  });

  it('never overwrites an existing file', async () => {
    const test = await withCopy({ own: false });
    writeFileSync(path.join(test.coes, OWN), 'whatever it is');
    expect(await test.library.restoreCopy(COPY)).toEqual({ ok: false, error: { kind: 'exists-already' } });
    expect(readFileSync(path.join(test.coes, OWN), 'utf8')).toBe('whatever it is');
    expect(existsSync(path.join(test.coes, COPY))).toBe(true);
  });

  it('becomes a conflict copy again when the COE returns', async () => {
    const test = await withCopy({ own: false });
    writeFileSync(path.join(test.coes, OWN), writeCoe(someCoe()));
    await test.library.reconcile();
    expect(test.library.problems()).toMatchObject([{ reason: 'conflict-copy' }]);
  });
});
