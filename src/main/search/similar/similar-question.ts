import type { Coe } from '#domain/coe/coe.ts';
import type { Learned } from '#domain/similar/learned.ts';
import type { SentenceVectors } from '#domain/similar/meaning.ts';
import type { SimilarityMatch } from '#domain/similar/most-similar.ts';

/** A request for the COEs similar to one, with facts about the library that only the main process has. */
export type SimilarQuery = {
  readonly coe: Coe;
  /** The number of COEs in the library. */
  readonly size: number;
  /** The number of COEs that have each facet of this one, by facet key. */
  readonly facets: ReadonlyMap<string, number>;
  /** Ids of COEs to compare regardless of their words, because they share facets. */
  readonly alwaysCompare: readonly string[];
  readonly excluded: readonly string[];
  readonly limit: number;
  /** The maximum number of files to read at once. If more are needed, the answer lists them instead. */
  readonly maxReads: number;
  /** The vectors of this COE as it is written now; null if there are none, and the words decide alone. */
  readonly vectors: SentenceVectors | null;
  readonly learned: Learned;
};

/** The similar COEs, or the ids of those that must be read first. */
export type SimilarAnswer =
  | { readonly is: 'found'; readonly similar: readonly SimilarityMatch[] }
  | { readonly is: 'unread'; readonly ids: readonly string[] };

/** The worker that has the search index. Works in steps, so that saves and searches need not wait long. */
export type SimilarWorker = {
  readonly find: (question: SimilarQuery) => Promise<SimilarAnswer> | SimilarAnswer;
  /** Reads the first of these COEs; returns how many, at least one. */
  readonly read: (ids: readonly string[]) => Promise<number> | number;
};
