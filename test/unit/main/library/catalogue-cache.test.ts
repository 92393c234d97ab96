import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { summarise } from '#domain/catalogue/coe-summary.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { Catalogue, type CatalogueEntry } from '#main/library/catalogue.ts';
import { loadCatalogueCache, saveCatalogueCache } from '#main/library/catalogue-cache.ts';
import { createSummaryInterner } from '#main/library/intern-summary.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const BASE = summarise(someCoe({ title: 'The pager' }));

const idOf = (number: number): string => `01${String(number).padStart(24, '0')}`;

const entries = (count: number, excerpt = ''): CatalogueEntry[] =>
  Array.from({ length: count }, (_, number) => ({
    summary: { ...structuredClone(BASE), id: idOf(number), excerpt },
    revision: 'any',
    stamp: { mtimeMs: 0, size: 0, ino: 0 },
  }));

/** Writes a cache and answers its file. */
async function saved(kept: readonly CatalogueEntry[]): Promise<string> {
  const file = path.join(temporaryFolder(), 'catalogue.ndjson');
  await saveCatalogueCache(PLAIN_CIPHER, file, kept);
  return file;
}

describe('the cache of the catalogue', () => {
  it('comes back as it was written, also with a line larger than what is read at once', async () => {
    for (const kept of [[], entries(1), entries(700), entries(300, 'the pager was silent '.repeat(500))])
      expect(await loadCatalogueCache(PLAIN_CIPHER, await saved(kept))).toEqual(kept);
  });

  it('comes back with the key of an encrypted library, and not with another', async () => {
    const file = path.join(temporaryFolder(), 'catalogue.ndjson');
    const cipher = createAgeCipher(generateIdentity());
    const kept = entries(300);
    await saveCatalogueCache(cipher, file, kept);
    expect(await loadCatalogueCache(cipher, file)).toEqual(kept);
    expect(await loadCatalogueCache(createAgeCipher(generateIdentity()), file)).toBeNull();
  });

  it('is read without a buffer as large as the file', async () => {
    const file = await saved(entries(5000, 'the pager was silent '.repeat(100)));
    const { size } = statSync(file);
    const inUse = (): number => process.memoryUsage().arrayBuffers;
    const before = inUse();
    let most = 0;
    let isLoaded = false;
    const look = (): void => {
      most = Math.max(most, inUse() - before);
      if (!isLoaded) setImmediate(look);
    };
    look();
    expect(await loadCatalogueCache(PLAIN_CIPHER, file)).toHaveLength(5000);
    isLoaded = true;
    expect(most).toBeLessThan(size / 4);
  });

  it('is refused where a line is no list, or the file ends within one', async () => {
    const file = await saved(entries(3));
    const whole = readFileSync(file, 'utf8');
    const [heading = ''] = whole.split('\n');
    for (const text of [`${heading}\n{}\n`, `${heading}\n7\n`, `${heading}\nnull\n`, whole.slice(0, -1), heading, '']) {
      writeFileSync(file, text);
      expect(await loadCatalogueCache(PLAIN_CIPHER, file)).toBeNull();
    }
  });
});

describe('a catalogue filled from its cache', () => {
  it('knows the COEs of the cache and which were rolled back', () => {
    const catalogue = new Catalogue();
    const [first, second] = entries(2);
    if (first === undefined || second === undefined) throw new Error('no entries');
    catalogue.load([first, { ...second, newest: '2026-05-02T10:00:00.000Z' }]);
    expect(catalogue.size).toBe(2);
    expect(catalogue.rolledBack()).toEqual([second.summary]);
    expect(catalogue.inOrder('created')).toHaveLength(2);
  });

  it('forgets what changed before a scan, and remembers what changes during it', () => {
    const catalogue = new Catalogue();
    const [first, second] = entries(2);
    if (first === undefined || second === undefined) throw new Error('no entries');
    catalogue.put(first);
    const age = catalogue.startScan();
    catalogue.put(second);
    expect(catalogue.touchedSince(`${first.summary.id}.json`, 0)).toBe(false);
    expect(catalogue.touchedSince(`${second.summary.id}.json`, age)).toBe(true);
  });
});

describe('interning summaries', () => {
  it('shares equal parts, and makes no second summary', () => {
    const intern = createSummaryInterner();
    const [first, second] = entries(2).map(({ summary }) => summary);
    if (first === undefined || second === undefined) throw new Error('no entries');
    const before = structuredClone(second);
    intern(first);
    expect(intern(second)).toBe(second);
    expect(second).toEqual(before);
    expect(second.milestones.told).toBe(first.milestones.told);
    expect(second.tags).toBe(first.tags);
  });
});
