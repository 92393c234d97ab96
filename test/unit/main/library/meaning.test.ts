import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { meaningSimilarity, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { createEncoder } from '#main/encoder/encoder.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import { createMeaningUpdater } from '#main/library/meaning-updater.ts';
import { createLibraryWorker } from '#main/search/library-worker-client.ts';
import { openVectorStore } from '#main/search/meaning/vector-store.ts';
import { openTestLibrary, type TestLibrary } from '#test/support/open-test-library.ts';
import { someCoe } from '#test/support/some-coe.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { ENCODER_FOLDERS } from '../../../../scripts/encoder/embed-texts.ts';

const TITLES = ['I promised two people the same evening', 'The disk was full', 'I said yes to dinner and to a concert'];
const encoder = { workerUrl: workerUrl('encoder-worker'), folders: ENCODER_FOLDERS, timeoutMs: 60_000 };
const intervals = { settle: 20, presence: 50, scan: 60_000, caches: 50 };

function writeTitles(folder: string, numbers: readonly number[]): void {
  mkdirSync(path.join(folder, 'coes'), { recursive: true });
  for (const number of numbers) {
    const coe = someCoe({ title: TITLES[number - 1] ?? '' }, number);
    writeFileSync(path.join(folder, 'coes', `${coe.id}.json`), writeCoe(coe));
  }
}
function written(): string {
  const folder = path.join(temporaryFolder(), 'library');
  writeTitles(folder, [1, 2, 3]);
  return folder;
}
const fileOf = ({ cacheFolder }: TestLibrary): string =>
  path.join(cacheFolder, readdirSync(cacheFolder)[0] ?? '', 'meaning.bin');
/** The vectors in the file. */
function storeOf(test: TestLibrary) {
  const store = openVectorStore(fileOf(test), PLAIN_CIPHER);
  store.load(Infinity);
  return store;
}
const recordsIn = (test: TestLibrary): number =>
  existsSync(fileOf(test)) ? TITLES.filter((_, at) => readFileSync(fileOf(test)).includes(testId(at + 1))).length : 0;

describe('the vectors of a library', () => {
  it('are computed in the background, and find what has the same meaning', async () => {
    const test = await openTestLibrary({ folder: written(), encoder, intervals });
    await expect.poll(() => recordsIn(test)).toBe(3);
    await test.library.close();
    const store = storeOf(test);
    const vectors = store.vectorsOf([1, 2, 3].map((number) => testId(number)));
    const [evening, disk, concert] = [1, 2, 3].map((number) => vectors.get(testId(number)));
    if (evening === undefined || disk === undefined || concert === undefined) throw new Error('not stored');
    const alike = meaningSimilarity(evening, concert, store.centre());
    expect(alike).toBeGreaterThan(meaningSimilarity(evening, disk, store.centre()));
    store.close();
    expect(test.broken).toEqual([]);
  });

  it('are computed although the themes cannot be counted', async () => {
    const test = await openTestLibrary({ folder: written(), encoder, intervals, wait: false });
    // The themes are counted ahead for the day that was asked for last.
    test.library.today('no day', 'UTC');
    await expect.poll(() => recordsIn(test)).toBe(3);
    expect(test.broken.map(({ name }) => name)).toContain('RangeError');
  });

  it('are not computed as soon as the library has been read', async () => {
    const test = await openTestLibrary({ folder: written(), encoder });
    // The thread of the library has done everything that it was asked before.
    await test.library.list({ filter: coeFilterSchema.parse({}), text: 'disk', order: 'title', offset: 0, limit: 9 });
    await test.library.close();
    expect(existsSync(fileOf(test))).toBe(false);
  });

  it('are computed only for what is new when the library is opened again', async () => {
    const folder = path.join(temporaryFolder(), 'library');
    writeTitles(folder, [1, 2]);
    const test = await openTestLibrary({ folder, encoder, intervals });
    await expect.poll(() => recordsIn(test)).toBe(2);
    await test.library.close();
    const before = readFileSync(fileOf(test));
    writeTitles(folder, [3]);
    const again = await openTestLibrary({ folder, cacheFolder: test.cacheFolder, encoder, intervals });
    await expect.poll(() => recordsIn(again)).toBe(3);
    await again.library.close();
    const added = readFileSync(fileOf(again)).subarray(before.length);
    expect([1, 2, 3].map((number) => added.includes(testId(number)))).toEqual([false, false, true]);
    expect([...test.broken, ...again.broken]).toEqual([]);
  });

  it('of a COE that is being written are there once those of the library are loaded, and null when the encoder fails', async () => {
    const file = path.join(temporaryFolder(), 'meaning.bin');
    const parts = { catalogue: new Catalogue(), folder: '/nowhere', file, onError: () => undefined };
    const worker = createLibraryWorker(workerUrl('library-worker'));

    const meaning = createMeaningUpdater({ ...parts, worker, encoder: createEncoder(encoder) });
    expect(await meaning.vectorsOf(someCoe())).toBeNull();
    await meaning.update();
    const vectors = await meaning.vectorsOf(someCoe({ title: TITLES[0] ?? '', summary: 'It rained all day long.' }));
    expect(vectors?.weights).toEqual([3, 2]);
    expect(vectors?.vectors).toHaveLength(2 * VECTOR_LENGTH);
    const found = await meaning.find(someCoe({ title: TITLES[0] ?? '' }), [], ['It rained all day long.']);
    expect(found?.own.vectors).toEqual(vectors?.vectors.slice(0, VECTOR_LENGTH));
    expect(found?.texts[0]?.vectors).toEqual(vectors?.vectors.slice(VECTOR_LENGTH));
    await meaning.close();
    expect(await meaning.vectorsOf(someCoe())).toBeNull();
    const failing = createEncoder({ ...encoder, folders: { ...ENCODER_FOLDERS, model: '/nowhere' } });
    const without = createMeaningUpdater({ ...parts, worker, encoder: failing });
    await without.update();
    expect(await without.vectorsOf(someCoe({ title: TITLES[0] ?? '' }))).toBeNull();
    await without.close();
    await worker.close();
  });
});
