import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { loadCatalogueCache } from '#main/library/catalogue-cache.ts';
import { pageForRequest, loadFirstRows } from '#main/library/first-rows.ts';
import { decodeIndex } from '#main/search/index-file.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const found = async (test: TestLibrary, text: string): Promise<string[]> =>
  (await test.library.list({ filter: emptyFilter(), text, order: 'title', offset: 0, limit: 100 })).rows.map(
    (row) => row.title,
  );

/** A library of twenty COEs that was opened and closed once, so that its caches exist. */
async function opened(): Promise<TestLibrary & { catalogue: string; index: string }> {
  const folder = path.join(temporaryFolder(), 'library');
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  for (let number = 1; number <= 20; number += 1) {
    writeFileSync(
      path.join(folder, 'coes', `${testId(number)}.json`),
      writeCoe(someCoe({ summary: `kernel ${number}` }, number)),
    );
  }
  const test = await openTestLibrary({ folder });
  await test.library.close();
  const [own] = readdirSync(test.cacheFolder);
  const cache = path.join(test.cacheFolder, own ?? '');
  return { ...test, catalogue: path.join(cache, 'catalogue.ndjson'), index: path.join(cache, 'search.bin') };
}
const again = ({ folder, cacheFolder }: TestLibrary, isConnected = false) =>
  openTestLibrary({ folder, cacheFolder, isConnected: async () => isConnected });

describe('the caches', () => {
  it('are outside the library, in one folder each', async () => {
    const first = await opened();
    expect(readdirSync(path.dirname(first.catalogue)).sort()).toEqual(['catalogue.ndjson', 'search.bin']);
    expect(readdirSync(first.folder).sort()).toEqual(
      ['coes', 'trash'].filter((name) => name === 'coes' || readdirSync(first.folder).includes(name)),
    );
  });

  it('show the list before any file is read', async () => {
    const first = await opened();
    const test = await openTestLibrary({ folder: first.folder, cacheFolder: first.cacheFolder, wait: false });
    expect(test.library.state()).toMatchObject({ status: 'loading', coeCount: 20 });
    expect(
      (await test.library.list({ filter: emptyFilter(), text: '', order: 'title', offset: 0, limit: 5 })).rows[0]
        ?.title,
    ).toBe('Mistake 1');
    await test.library.whenComplete();
    expect(await found(test, '"kernel 7"')).toEqual(['Mistake 7']);
  });

  it('detect changes, additions and deletions between two starts', async () => {
    const first = await opened();
    const file = (number: number): string => path.join(first.coes, `${testId(number)}.json`);
    rmSync(file(1));
    writeFileSync(file(2), writeCoe(someCoe({ title: 'Changed', summary: 'novel' }, 2)));
    writeFileSync(file(21), writeCoe(someCoe({ title: 'Added', summary: 'novel' }, 21)));
    const test = await again(first);
    expect(test.library.state().coeCount).toBe(20);
    expect(await found(test, 'novel')).toEqual(['Added', 'Changed']);
    expect((await found(test, 'kernel')).length).toBe(18);
    expect(await found(test, '"kernel 1"')).not.toContain('Mistake 1');
  });

  it('keep the first rows as they were last shown', async () => {
    const first = await opened();
    const rows = path.join(path.dirname(first.catalogue), 'first-rows.json');
    expect(await loadFirstRows(rows)).toBe(null);
    const request = { filter: emptyFilter(), text: '', order: 'title' as const, offset: 0, limit: 3 };
    const test = await again(first);
    const page = await test.library.list(request);
    await test.library.list({ ...request, text: 'kernel' });
    await test.library.list({ ...request, offset: 3 });
    await test.library.close();
    const kept = await loadFirstRows(rows);
    expect(kept).toEqual({ request, page, today: null, zone: null, whose: 'everyone' });
    expect(kept !== null && pageForRequest(kept, { ...request, order: 'severity' })).toBe(null);
    const bytes = readFileSync(rows);
    for (let at = 0; at < bytes.length; at += 7) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(rows, damaged);
      expect(await loadFirstRows(rows)).toBe(null);
      writeFileSync(rows, bytes.subarray(0, at));
      expect(await loadFirstRows(rows)).toBe(null);
    }
  });

  it('keep what was due when a start ends before it has shown Today', async () => {
    const first = await opened();
    const rows = path.join(path.dirname(first.catalogue), 'first-rows.json');
    const request = { filter: emptyFilter(), text: '', order: 'title' as const, offset: 0, limit: 3 };
    const shows = await again(first);
    await shows.library.list(request);
    const today = shows.library.today('2026-03-01', 'Asia/Tokyo');
    await shows.library.close();
    const ends = await again(shows);
    await ends.library.list(request);
    await ends.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ today, zone: 'Asia/Tokyo' });
  });

  it('keep one’s own day of a team’s library, and never what is due for others', async () => {
    const first = await opened();
    const rows = path.join(path.dirname(first.catalogue), 'first-rows.json');
    const request = { filter: emptyFilter(), text: '', order: 'title' as const, offset: 0, limit: 3 };
    const test = await again(first, true);
    await test.library.list(request);
    const [day, zone] = ['2027-05-14', 'UTC'] as const;
    const own = test.library.today(day, zone, new Set(['somebody else']));
    const all = test.library.today(day, zone);
    expect(own).not.toEqual(all);
    await test.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ today: own, zone, whose: 'mine' });
    const ends = await again(test, true);
    await ends.library.list({ ...request, limit: 4 });
    await ends.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ today: null, whose: 'mine' });
  });

  it('keep everyone’s day once a library is no longer a team’s', async () => {
    const first = await opened();
    const rows = path.join(path.dirname(first.catalogue), 'first-rows.json');
    const request = { filter: emptyFilter(), text: '', order: 'title' as const, offset: 0, limit: 3 };
    const team = await again(first, true);
    await team.library.list(request);
    const [day, zone] = ['2027-05-14', 'UTC'] as const;
    team.library.today(day, zone, new Set(['somebody else']));
    await team.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ whose: 'mine' });
    const ends = await again(team);
    await ends.library.list(request);
    await ends.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ zone, whose: 'everyone' });
    const test = await again(ends);
    await test.library.list(request);
    const all = test.library.today(day, zone);
    test.library.today(day, zone, new Set(['somebody else']));
    await test.library.close();
    expect(await loadFirstRows(rows)).toMatchObject({ today: all, zone, whose: 'everyone' });
  });

  it('may be deleted at any time', async () => {
    const first = await opened();
    rmSync(first.cacheFolder, { recursive: true });
    const test = await again(first);
    expect((await found(test, 'kernel')).length).toBe(20);
    expect(test.broken).toEqual([]);
  });

  it('are rebuilt silently when truncated or damaged', async () => {
    const first = await opened();
    for (const file of [first.catalogue, first.index]) {
      const whole = readFileSync(file);
      const step = Math.max(1, Math.floor(whole.length / 120));
      for (let at = 0; at < whole.length; at += step) {
        const damaged = Buffer.from(whole);
        damaged[at] = (damaged[at] ?? 0) ^ 0x21;
        writeFileSync(file, at % 2 === 0 ? damaged : whole.subarray(0, at));
        const kept =
          file === first.index ? decodeIndex(readFileSync(file)) : await loadCatalogueCache(PLAIN_CIPHER, file);
        expect(kept).toBeNull();
      }
    }
    const test = await again(first);
    expect(test.library.state().coeCount).toBe(20);
    expect((await found(test, 'kernel')).length).toBe(20);
    expect(test.broken).toEqual([]);
  });

  it('are skipped when they cannot be written', async () => {
    const home = temporaryFolder();
    writeFileSync(path.join(home, 'cache'), 'a file where the folder should be');
    const test = await openTestLibrary({ cacheFolder: path.join(home, 'cache') });
    await test.library.create({ kind: 'outage', title: 'Findable', happened: someCoe().happened });
    expect(await found(test, 'findable')).toEqual(['Findable']);
    await test.library.close();
    expect(test.broken).toEqual([]);
  });
});
