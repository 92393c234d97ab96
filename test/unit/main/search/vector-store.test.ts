import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { type FileCipher, PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openVectorStore, type VectorStore } from '#main/search/meaning/vector-store.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { testId } from '#test/support/test-ids.ts';

const newFile = (): string => path.join(temporaryFolder(), 'cache', 'meaning.bin');
function open(file: string, cipher: FileCipher = PLAIN_CIPHER): VectorStore {
  const store = openVectorStore(file, cipher);
  expect(store.load(Infinity)).toBe(true);
  return store;
}
const vector = (value: number): Int8Array => new Int8Array(VECTOR_LENGTH).fill(value);
const joined = (...vectors: readonly Int8Array[]): Int8Array => Int8Array.from(vectors.flatMap((each) => [...each]));
const TITLE = { text: 'A double booking', weight: 3 };
const TIMELINE = { text: 'I said yes to both.', weight: 0.3 };

/** A file with two COEs; the first has two sentences. */
function filled(cipher?: FileCipher): string {
  const file = newFile();
  const store = open(file, cipher);
  store.put(testId(1), 'rev-1', [TITLE, TIMELINE], joined(vector(-100), vector(7)));
  store.put(testId(2), 'rev-2', [TIMELINE], vector(33));
  store.close();
  return file;
}

describe('the store of vectors', () => {
  it('reads back what it wrote, and the mean of all sentences', () => {
    const store = open(filled());
    expect(store.revisionOf(testId(1))).toBe('rev-1');
    expect(store.revisionOf(testId(3))).toBeNull();
    const read = store.vectorsOf([testId(1), testId(3)]);
    expect([...read.keys()]).toEqual([testId(1)]);
    expect(read.get(testId(1))?.weights).toEqual([3, 0.3]);
    expect(read.get(testId(1))?.vectors).toEqual(joined(vector(-100), vector(7)));
    expect(store.centre()).toEqual(new Float32Array(VECTOR_LENGTH).fill(-20));
    store.close();
  });

  it('asks only for the sentences of an edited COE that are new', () => {
    const store = open(filled());
    expect(store.vectorsOf([testId(1)]).get(testId(1))?.weights).toEqual([3, 0.3]);
    const other = { text: 'The calendars know nothing of each other.', weight: 3 };
    const sentences = [other, { ...TITLE, weight: 2 }, other];
    expect(store.missing(testId(1), sentences)).toEqual([other.text]);
    store.put(testId(1), 'rev-3', sentences, vector(50));
    expect(store.revisionOf(testId(1))).toBe('rev-3');
    const read = store.vectorsOf([testId(1)]).get(testId(1));
    expect(read?.weights).toEqual([3, 2, 3]);
    expect(read?.vectors).toEqual(joined(vector(50), vector(-100), vector(50)));
    store.close();
  });

  it('forgets a removed COE in its lists and in the mean', () => {
    const store = open(filled());
    expect(store.vectorsOf([testId(1)]).size).toBe(1);
    store.remove(testId(1));
    expect([...store.ids()]).toEqual([testId(2)]);
    expect(store.vectorsOf([testId(1)]).size).toBe(0);
    expect(store.centre()).toEqual(new Float32Array(VECTOR_LENGTH).fill(33));
    store.close();
  });

  it('reads its file in steps when there is little time', () => {
    const store = openVectorStore(filled(), PLAIN_CIPHER);
    expect(store.load(0)).toBe(false);
    expect([...store.ids()]).toEqual([testId(1)]);
    expect(store.load(Infinity)).toBe(true);
    expect([...store.ids()]).toEqual([testId(1), testId(2)]);
    store.close();
  });

  it('keeps the records before a damaged one, and adds after them', () => {
    const file = filled();
    const bytes = readFileSync(file);
    bytes[bytes.length - 10] = 1;
    writeFileSync(file, bytes);
    const store = open(file);
    expect([...store.ids()]).toEqual([testId(1)]);
    store.put(testId(4), 'rev-4', [TIMELINE], vector(9));
    store.close();
    expect([...open(file).ids()]).toEqual([testId(1), testId(4)]);
  });

  it('drops half a record at the end, as a crash leaves it', () => {
    const file = filled();
    const { size } = statSync(file);
    appendFileSync(file, Buffer.from([200, 2, 0, 0, 1, 2, 3]));
    expect([...open(file).ids()]).toEqual([testId(1), testId(2)]);
    expect(statSync(file).size).toBe(size);
  });

  it('begins again with a file of another format', () => {
    const file = filled();
    writeFileSync(file, 'something else altogether');
    const store = open(file);
    expect([...store.ids()]).toEqual([]);
    store.put(testId(1), 'rev-1', [TIMELINE], vector(1));
    store.close();
    expect([...open(file).ids()]).toEqual([testId(1)]);
  });

  it('leaves no readable trace when the library is encrypted, and opens with its key only', () => {
    const cipher = createAgeCipher(generateIdentity());
    const file = filled(cipher);
    const bytes = readFileSync(file);
    expect(bytes.toString('latin1')).not.toMatch(/rev-|meaning|booking/);
    expect(bytes.includes(testId(1))).toBe(false);
    expect(bytes.includes(Buffer.alloc(16, 33))).toBe(false);
    expect([...open(file, cipher).ids()]).toEqual([testId(1), testId(2)]);
    expect([...open(file, createAgeCipher(generateIdentity())).ids()]).toEqual([]);
  });

  it('drops outdated records once they are most of the file', () => {
    const file = newFile();
    const store = open(file);
    for (let round = 0; round < 2500; round += 1) store.put(testId(1), `rev-${round}`, [TIMELINE], vector(5));
    store.put(testId(2), 'rev-2', [TITLE], vector(6));
    const { size } = statSync(file);
    store.compact();
    expect(statSync(file).size).toBeLessThan(size / 100);
    store.put(testId(3), 'rev-3', [TITLE], vector(7));
    expect(store.vectorsOf([testId(1), testId(2), testId(3)]).size).toBe(3);
    store.close();
    const again = open(file);
    expect(again.revisionOf(testId(1))).toBe('rev-2499');
    expect([...again.ids()]).toEqual([testId(1), testId(2), testId(3)]);
  });
});
