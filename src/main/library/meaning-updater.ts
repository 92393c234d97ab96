import { setTimeout as pause } from 'node:timers/promises';

import type { Coe } from '#domain/coe/coe.ts';
import { type SentenceVectors, sentencesOf, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import type { Encoder } from '#main/encoder/encoder.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';

import type { Catalogue } from './catalogue.ts';
import type { FindMeaning } from './rank-library-patterns.ts';

/** Keeps the vectors of sentences in sync with the catalogue, in the background. */
export type MeaningUpdater = {
  /**
   * Computes the vectors that are missing, a COE at a time, and rests as long as it worked. Does nothing while it runs
   * already, without an encoder, or when the encoder fails; the next call goes on.
   */
  readonly update: () => Promise<void>;
  /**
   * The vectors of a COE as it is written now. Null if the encoder is missing, fails or needs more than a moment, or if
   * the vectors of the library are not loaded yet: the words then decide alone.
   */
  readonly vectorsOf: (coe: Coe) => Promise<SentenceVectors | null>;
  /** The same with the stored vectors of others, and those of single sentences. */
  readonly find: FindMeaning;
  /** Stops at once and ends the encoder's thread. */
  readonly close: () => Promise<void>;
};

/** What the updater of one library needs. */
export type MeaningUpdaterParts = {
  readonly worker: LibraryWorker;
  readonly catalogue: Catalogue;
  /** The folder of COEs. */
  readonly folder: string;
  /** The file of the vectors, a cache. */
  readonly file: string;
  readonly encoder: Encoder | null;
  readonly onError: (error: unknown) => void;
};

/** The most sentences whose vectors stay in memory for the COE that is being written: 200 KB. */
const MAX_REMEMBERED = 400;

/** Creates the updater of one library; it starts nothing by itself. */
export function createMeaningUpdater(parts: MeaningUpdaterParts): MeaningUpdater {
  const { worker, catalogue, folder, file, encoder, onError } = parts;
  let loadedBy = -1;
  let isRunning = false;
  /** The age of the catalogue whose COEs all have vectors. */
  let doneAge = -1;
  const closing = new AbortController();
  const remembered = new Map<string, Int8Array>();

  /** Whether the stored vectors are in the worker; a new worker has none. */
  const load = async (): Promise<boolean> => {
    const generation = worker.generation();
    if (loadedBy === generation && generation > 0) return true;
    let isRead: boolean | null = false;
    // oxlint-disable-next-line no-await-in-loop -- in small steps, so that other requests need not wait
    while (isRead === false && !closing.signal.aborted) isRead = await worker.request('load-vectors', { file });
    loadedBy = isRead === true ? generation : -1;
    return isRead === true;
  };
  const missing = (): Promise<string[]> => {
    const entries = [...catalogue.entries()];
    return worker.request('compare-vectors', {
      ids: entries.map((entry) => entry.summary.id),
      revisions: entries.map((entry) => entry.revision),
    });
  };
  /** Whether to go on with the next COE. */
  const embedCoe = async (id: string, by: Encoder): Promise<boolean> => {
    const asked = await worker.request('sentences-to-embed', { folder, id });
    if (asked === null) return true;
    const started = performance.now();
    const vectors = await by.embed(asked.sentences, 'background');
    if (vectors === null || closing.signal.aborted) return false;
    const isStored = await worker.request('put-vectors', { id, revision: asked.revision, vectors });
    await pause(performance.now() - started, undefined, { ref: false, signal: closing.signal });
    return isStored;
  };
  const run = async (by: Encoder): Promise<void> => {
    if (doneAge === catalogue.age && loadedBy === worker.generation()) return;
    if (!(await load())) return;
    const { age } = catalogue;
    for (const id of await missing()) {
      // oxlint-disable-next-line no-await-in-loop -- one COE at a time, in the background
      if (closing.signal.aborted || !(await embedCoe(id, by))) return;
    }
    doneAge = age;
  };

  /** The vector of each text. Those asked for last are remembered. Null as for `vectorsOf`. */
  const embedNow = async (texts: readonly string[]): Promise<Int8Array[] | null> => {
    // Without vectors of other COEs there is nothing to compare with, and starting the encoder would be for nothing.
    if (encoder === null || closing.signal.aborted || loadedBy === -1) return null;
    const unknown = [...new Set(texts)].filter((text) => !remembered.has(text));
    const embedded = unknown.length === 0 ? new Int8Array() : await encoder.embed(unknown, 'now');
    if (embedded === null) return null;
    for (const [at, text] of unknown.entries()) {
      remembered.set(text, embedded.slice(at * VECTOR_LENGTH, (at + 1) * VECTOR_LENGTH));
    }
    const vectors = texts.map((text) => remembered.get(text) ?? new Int8Array(VECTOR_LENGTH));
    for (const text of remembered.keys()) if (remembered.size > MAX_REMEMBERED) remembered.delete(text);
    return vectors;
  };
  const vectorsOf = async (coe: Coe): Promise<SentenceVectors | null> => {
    const sentences = sentencesOf(coe);
    const embedded = await embedNow(sentences.map(({ text }) => text));
    if (embedded === null) return null;
    const vectors = new Int8Array(sentences.length * VECTOR_LENGTH);
    for (const [at, each] of embedded.entries()) vectors.set(each, at * VECTOR_LENGTH);
    return { weights: sentences.map(({ weight }) => weight), vectors };
  };

  return {
    update: async () => {
      if (encoder === null || isRunning || closing.signal.aborted) return;
      isRunning = true;
      try {
        await run(encoder);
      } catch (error) {
        if (!closing.signal.aborted) onError(error);
      } finally {
        isRunning = false;
      }
    },
    vectorsOf,
    find: async (coe, others, texts) => {
      const own = await vectorsOf(coe);
      const ofTexts = own === null ? null : await embedNow(texts);
      if (own === null || ofTexts === null) return null;
      const { vectors, centre } = await worker.request('vectors-of', { ids: others });
      return { own, coes: vectors, texts: ofTexts.map((each) => ({ weights: [1], vectors: each })), centre };
    },
    close: async () => {
      closing.abort();
      remembered.clear();
      await encoder?.close();
    },
  };
}
