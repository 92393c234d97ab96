import { createHash } from 'node:crypto';

import { type MeaningSentence, type SentenceVectors, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { createLru } from '../lru.ts';
import { openVectorFile, type RecordRange, type VectorFile } from './vector-file.ts';

/**
 * The vectors of the sentences of a library's COEs, in a file. In memory are only the places in the file, the sum of
 * all vectors, and the last `MAX_RECENT` COEs that were asked for.
 */
export type VectorStore = {
  /**
   * Reads the file until the time is up (milliseconds, as `performance.now`). Returns whether all of it is read. Throws
   * on a disk error.
   */
  readonly load: (until: number) => boolean;
  /** The revision whose vectors are stored; null if there are none. */
  readonly revisionOf: (id: string) => string | null;
  readonly ids: () => IterableIterator<string>;
  /** The sentences, each once, whose vectors are not stored with this COE. */
  readonly missing: (id: string, sentences: readonly MeaningSentence[]) => string[];
  /**
   * Stores the vectors of a COE: those of `missing`, in that order, and of the other sentences what was stored before.
   * Throws on a disk error.
   */
  readonly put: (id: string, revision: string, sentences: readonly MeaningSentence[], vectors: Int8Array) => void;
  readonly remove: (id: string) => void;
  /** The vectors of the COEs that have some. */
  readonly vectorsOf: (ids: readonly string[]) => Map<string, SentenceVectors>;
  /** The mean of the vectors of all sentences, in the unit of the stored bytes; zero without any. */
  readonly centre: () => Float32Array;
  /** Drops outdated records from the file if they are most of it. Throws on a disk error. */
  readonly compact: () => void;
  readonly close: () => void;
};

/** The most COEs whose vectors stay in memory: 20 KB each, 8 MB together. */
const MAX_RECENT = 400;
/** Below this many bytes the file is not rewritten. */
const MIN_REWRITE = 1_000_000;
const HASH_LENGTH = 8;
/** Weights are stored as tenths. */
const WEIGHT_UNIT = 10;

type Entry = {
  readonly range: RecordRange;
  readonly revision: string;
  readonly count: number;
  readonly sum: Int16Array;
};

/** Opens the store in a file of its own, which is empty until `load` has read it. Throws on a disk error. */
export function openVectorStore(file: string, cipher: FileCipher): VectorStore {
  const stored = openVectorFile(file, cipher);
  const entries = new Map<string, Entry>();
  const recent = createLru<SentenceVectors>(MAX_RECENT);
  const total = new Float64Array(VECTOR_LENGTH);
  let count = 0;
  let used = 0;

  const forget = (id: string): void => {
    const entry = entries.get(id);
    if (entry === undefined) return;
    entries.delete(id);
    recent.delete(id);
    count -= entry.count;
    used -= entry.range.length;
    for (let at = 0; at < VECTOR_LENGTH; at += 1) total[at] = (total[at] ?? 0) - (entry.sum[at] ?? 0);
  };
  const remember = (range: RecordRange, { id, revision, vectors }: StoredCoe): void => {
    forget(id);
    const entry = { range, revision, count: vectors.length / VECTOR_LENGTH, sum: sumOf(vectors) };
    entries.set(id, entry);
    count += entry.count;
    used += range.length;
    for (let at = 0; at < VECTOR_LENGTH; at += 1) total[at] = (total[at] ?? 0) + (entry.sum[at] ?? 0);
  };
  const recordOf = (id: string): StoredCoe | null => {
    const entry = entries.get(id);
    const record = entry === undefined ? null : stored.read(entry.range);
    return record === null ? null : decode(record);
  };
  const knownOf = (id: string): Map<string, Int8Array> => {
    const record = recordOf(id);
    return new Map(
      record?.hashes.map((hash, at) => [hash, record.vectors.subarray(at * VECTOR_LENGTH, (at + 1) * VECTOR_LENGTH)]),
    );
  };
  const missingFrom = (known: ReadonlyMap<string, Int8Array>, sentences: readonly MeaningSentence[]): string[] => [
    ...new Set(sentences.map(({ text }) => text).filter((text) => !known.has(hashOf(text)))),
  ];
  const rewrite = (): void => {
    const alive = [...entries];
    const ranges = stored.rewrite(alive.map(([, entry]) => entry.range));
    for (const [at, [id, entry]] of alive.entries()) {
      const range = ranges[at];
      if (range !== undefined) entries.set(id, { ...entry, range });
    }
  };

  return {
    load: (until) => loadRecords(stored, until, remember),
    revisionOf: (id) => entries.get(id)?.revision ?? null,
    ids: () => entries.keys(),
    missing: (id, sentences) => missingFrom(knownOf(id), sentences),
    put: (id, revision, sentences, added) => {
      const known = knownOf(id);
      for (const [at, text] of missingFrom(known, sentences).entries()) {
        known.set(hashOf(text), added.subarray(at * VECTOR_LENGTH, (at + 1) * VECTOR_LENGTH));
      }
      const vectors = new Int8Array(sentences.length * VECTOR_LENGTH);
      const hashes = sentences.map(({ text }) => hashOf(text));
      for (const [at, hash] of hashes.entries()) {
        const vector = known.get(hash);
        if (vector !== undefined) vectors.set(vector, at * VECTOR_LENGTH);
      }
      const coe: StoredCoe = { id, revision, hashes, weights: sentences.map(({ weight }) => weight), vectors };
      remember(stored.add(encode(coe)), coe);
    },
    remove: forget,
    vectorsOf: (ids) =>
      new Map(
        ids.flatMap((id) => {
          const vectors = recent.get(id, () => recordOf(id));
          return vectors === null ? [] : [[id, vectors]];
        }),
      ),
    centre: () => Float32Array.from(total, (sum) => (count === 0 ? 0 : sum / count)),
    compact: () => {
      const size = stored.size();
      if (size > MIN_REWRITE && used < size / 2) rewrite();
    },
    close: stored.close,
  };
}

function loadRecords(
  stored: VectorFile,
  until: number,
  remember: (range: RecordRange, coe: StoredCoe) => void,
): boolean {
  do {
    const next = stored.next();
    if (next === null) return true;
    const coe = decode(next.record);
    if (coe !== null) remember(next.range, coe);
  } while (performance.now() < until);
  return false;
}

/** At most 40 vectors of ±127, so that a sum fits in 16 bits. */
function sumOf(vectors: Int8Array): Int16Array {
  const sum = new Int16Array(VECTOR_LENGTH);
  for (const [at, value] of vectors.entries()) sum[at % VECTOR_LENGTH] = (sum[at % VECTOR_LENGTH] ?? 0) + value;
  return sum;
}

/** Identifies a sentence among those of one COE. */
const hashOf = (text: string): string => createHash('sha256').update(text).digest().toString('latin1', 0, HASH_LENGTH);

type StoredCoe = SentenceVectors & {
  readonly id: string;
  readonly revision: string;
  readonly hashes: readonly string[];
};

/** A record: the length of id and revision, these, then hashes, weights and vectors of the sentences. */
function encode({ id, revision, hashes, weights, vectors }: StoredCoe): Buffer {
  const name = Buffer.from(`${id} ${revision}`);
  return Buffer.concat(
    [
      Buffer.from([name.length]),
      name,
      Buffer.from(hashes.join(''), 'latin1'),
      Uint8Array.from(weights, (weight) => Math.round(weight * WEIGHT_UNIT)),
      vectors,
    ].map((part) => (Buffer.isBuffer(part) ? part : Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
  );
}

/** Null if it is not a record. */
function decode(record: Buffer): StoredCoe | null {
  const start = 1 + (record[0] ?? 0);
  const [id, revision] = record.toString('utf8', 1, start).split(' ');
  const count = (record.length - start) / (HASH_LENGTH + 1 + VECTOR_LENGTH);
  if (id === undefined || revision === undefined || !Number.isInteger(count)) return null;
  const weightsAt = start + count * HASH_LENGTH;
  const hashes = Array.from({ length: count }, (_, at) =>
    record.toString('latin1', start + at * HASH_LENGTH, start + (at + 1) * HASH_LENGTH),
  );
  const weights = Array.from(record.subarray(weightsAt, weightsAt + count), (tenths) => tenths / WEIGHT_UNIT);
  return { id, revision, hashes, weights, vectors: Int8Array.from(record.subarray(weightsAt + count), signed) };
}

const signed = (byte: number): number => (byte << 24) >> 24;
