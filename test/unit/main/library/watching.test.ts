import { renameSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { testId } from '#test/support/test-ids.ts';

const fileOf = (test: TestLibrary, number: number): string => path.join(test.coes, `${testId(number)}.json`);
const firstTitle = ({ library }: TestLibrary): string | undefined => library.summaries()[0]?.title;
const countOf = ({ library }: TestLibrary): number => library.state().coeCount;
const found = async (test: TestLibrary, text: string): Promise<number> =>
  (await test.library.list({ filter: emptyFilter(), text, order: 'best-match', offset: 0, limit: 10 })).total;

/** Writes as a sync service does: to a temporary file, then renames it over the COE. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.sync`, text);
  renameSync(`${file}.sync`, file);
}

describe('a change made by another program', () => {
  it('is detected when a COE appears, changes or is deleted', async () => {
    const test = await openTestLibrary();
    writeFileSync(fileOf(test, 1), writeCoe(someCoe({ title: 'From elsewhere' })));
    await expect.poll(() => firstTitle(test)).toBe('From elsewhere');
    await expect.poll(() => found(test, 'elsewhere')).toBe(1);

    replace(fileOf(test, 1), writeCoe(someCoe({ title: 'Changed afar' })));
    await expect.poll(() => firstTitle(test)).toBe('Changed afar');
    const changed = test.told.findLast((told) => told.event === 'coe:changed-outside');
    expect(changed?.payload).toMatchObject({ id: testId(1), revision: expect.stringMatching(/^.{43}$/) });
    await expect.poll(() => found(test, 'afar')).toBe(1);
    expect(await found(test, 'elsewhere')).toBe(0);

    unlinkSync(fileOf(test, 1));
    await expect.poll(() => countOf(test)).toBe(0);
    expect(test.told).toContainEqual({ event: 'coe:changed-outside', payload: { id: testId(1), revision: null } });
    expect(await found(test, 'afar')).toBe(0);
  });

  it('is detected by a scan, without a watcher', async () => {
    const test = await openTestLibrary({ intervals: { settle: 60_000, presence: 60_000, scan: 60_000 } });
    writeFileSync(fileOf(test, 1), writeCoe(someCoe()));
    await test.library.reconcile();
    expect(test.library.state().coeCount).toBe(1);
  });

  it('is not reported when only the timestamp changed', async () => {
    const test = await openTestLibrary();
    writeFileSync(fileOf(test, 1), writeCoe(someCoe()));
    await expect.poll(() => countOf(test)).toBe(1);
    // One more scan publishes any pending change from the file's creation.
    await test.library.reconcile();
    test.told.length = 0;
    replace(fileOf(test, 1), writeCoe(someCoe()));
    await test.library.reconcile();
    expect(test.told).toEqual([]);
  });

  it('is detected completely for many files at once', async () => {
    const test = await openTestLibrary();
    for (let number = 1; number <= 500; number += 1) writeFileSync(fileOf(test, number), writeCoe(someCoe({}, number)));
    await expect.poll(() => countOf(test)).toBe(500);
    // The changes may arrive in one event or several, but all must be reported.
    const announced = () => test.told.flatMap((each) => (each.event === 'coes:changed' ? [each.payload.ids] : []));
    await expect.poll(() => (announced().includes('many') ? 500 : new Set(announced().flat()).size)).toBe(500);
  });
});

describe('a save by this app', () => {
  it('is never mistaken for an outside change, however often the folder is scanned', async () => {
    const test = await openTestLibrary({ intervals: { settle: 1, presence: 5 } });
    const made = await test.library.create({ kind: 'outage', title: 'Mine', happened: dayMoment('2026-05-14') });
    if (!made.ok) throw new Error('not created');
    let { coe, revision } = made.value;
    for (let round = 0; round < 60; round += 1) {
      void test.library.reconcile();
      coe = { ...coe, title: `Mine ${round}` };
      const saved = await test.library.save(coe, revision);
      if (!saved.ok) throw new Error(`save ${round} failed: ${saved.error.kind}`);
      ({ revision } = saved.value);
    }
    await test.library.reconcile();
    expect(test.told.filter((told) => told.event === 'coe:changed-outside')).toEqual([]);
    expect(test.library.summaries()[0]?.title).toBe('Mine 59');
    expect(test.broken).toEqual([]);
  });
});
