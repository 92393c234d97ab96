import { type MeaningSentence, type SentenceVectors, sentencesOf, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import type { FileCipher } from '#main/encryption/file-cipher.ts';

import { readStored } from '../read-files.ts';
import type { WorkerTasks } from '../worker-tasks.ts';
import { openVectorStore, type VectorStore } from './vector-store.ts';

type TaskNames = 'load-vectors' | 'compare-vectors' | 'sentences-to-embed' | 'put-vectors' | 'vectors-of';

/** The library worker's tasks about vectors of sentences, and what its other tasks need of them. */
export type MeaningTasks = {
  readonly tasks: {
    readonly [Name in TaskNames]: (request: WorkerTasks[Name]['request']) => WorkerTasks[Name]['answer'];
  };
  readonly remove: (id: string) => void;
  /** The vectors of the COEs that have some; none before they are loaded. */
  readonly vectorsOf: (ids: readonly string[]) => Map<string, SentenceVectors>;
  /** The mean of the vectors of all sentences, in the unit of the stored bytes; zero without any. */
  readonly centre: () => Float32Array;
};

/** The time limit of reading the file of vectors, so that other requests need not wait longer. */
const TIME_BUDGET_MS = 8;

/** Creates the tasks, without vectors before `load-vectors`. */
export function createMeaningTasks(cipher: () => FileCipher): MeaningTasks {
  let opened: { readonly file: string; readonly store: VectorStore } | null = null;
  let asked: { readonly id: string; readonly revision: string; readonly sentences: MeaningSentence[] } | null = null;
  const drop = (): void => {
    opened?.store.close();
    opened = null;
  };
  /** Null on a disk error, after which nothing is stored until the next `load-vectors`. */
  const orNull = <Value>(work: () => Value): Value | null => {
    try {
      return work();
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      drop();
      return null;
    }
  };
  const vectorsOf = (ids: readonly string[]): Map<string, SentenceVectors> =>
    orNull(() => opened?.store.vectorsOf(ids)) ?? new Map<string, SentenceVectors>();
  const centre = (): Float32Array => opened?.store.centre() ?? new Float32Array(VECTOR_LENGTH);
  return {
    tasks: {
      'load-vectors': ({ file }) =>
        orNull(() => {
          if (opened?.file !== file) {
            drop();
            opened = { file, store: openVectorStore(file, cipher()) };
          }
          const isRead = opened.store.load(performance.now() + TIME_BUDGET_MS);
          if (isRead) opened.store.compact();
          return isRead;
        }),
      'compare-vectors': ({ ids, revisions }) => {
        const store = opened?.store;
        if (store === undefined) return [];
        const wanted = new Set(ids);
        for (const id of store.ids()) if (!wanted.has(id)) store.remove(id);
        return ids.filter((id, index) => store.revisionOf(id) !== revisions[index]);
      },
      'sentences-to-embed': ({ folder, id }) => {
        const store = opened?.store;
        const stored = readStored(cipher(), folder, coeFileName(id))?.stored;
        if (store === undefined || !stored?.ok) return null;
        const sentences = sentencesOf(stored.value.coe);
        const { revision } = stored.value;
        const missing = orNull(() => store.missing(id, sentences));
        if (missing === null) return null;
        if (missing.length === 0) {
          orNull(() => store.put(id, revision, sentences, new Int8Array()));
          return null;
        }
        asked = { id, revision, sentences };
        return { revision, sentences: missing };
      },
      'put-vectors': ({ id, revision, vectors }) => {
        const store = opened?.store;
        if (store === undefined || asked?.id !== id || asked.revision !== revision) return false;
        const { sentences } = asked;
        asked = null;
        return (
          orNull(() => {
            store.put(id, revision, sentences, vectors);
            return true;
          }) ?? false
        );
      },
      'vectors-of': ({ ids }) => ({ vectors: vectorsOf(ids), centre: centre() }),
    },
    remove: (id) => opened?.store.remove(id),
    vectorsOf,
    centre,
  };
}
