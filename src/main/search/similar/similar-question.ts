import type { Coe } from '#domain/coe/coe.ts';
import type { SimilarityMatch } from '#domain/similar/most-similar.ts';

/** What the worker is asked: which COEs are like this one, with what only main knows of the library. */
export type SimilarQuery = {
  readonly coe: Coe;
  /** How many COEs there are, and in how many of them each facet of this one occurs. */
  readonly size: number;
  readonly facets: ReadonlyMap<string, number>;
  /** COEs to look at whatever their words, because the same things were chosen in them. */
  readonly alwaysCompare: readonly string[];
  readonly excluded: readonly string[];
  readonly limit: number;
  /** How many files may be read for it; when more are needed, the answer names them. */
  readonly maxReads: number;
};

/** What the worker answers: the COEs that are like it, or those whose files it has to read before it can tell. */
export type SimilarAnswer =
  | { readonly is: 'found'; readonly similar: readonly SimilarityMatch[] }
  | { readonly is: 'unread'; readonly ids: readonly string[] };

/** Who has the words of all COEs, and is asked in steps, so that saves and searches do not wait for all of it. */
export type SimilarWorker = {
  readonly find: (question: SimilarQuery) => Promise<SimilarAnswer> | SimilarAnswer;
  /** Reads the first of these COEs; answers how many that were, at least one. */
  readonly read: (ids: readonly string[]) => Promise<number> | number;
};
