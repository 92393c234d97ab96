import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { HighlightedText } from '#domain/search/highlight-matches.ts';
import type { Needles } from '#domain/search/search-query.ts';
import type { Problem } from '#ipc/library-state.ts';
import type { SentenceVectors } from '#domain/similar/meaning.ts';
import type { FileStamp } from '#main/disk/file-stamp.ts';

import type { Matches } from './search-index.ts';
import type { SimilarAnswer, SimilarQuery } from './similar/similar-question.ts';

/** The files in the folder of COEs, or the error code if it cannot be listed. */
export type FolderListing =
  | { readonly ok: true; readonly files: readonly ListedFile[] }
  | { readonly ok: false; readonly code: string };
/** An entry of the folder, with its name as it would be without encryption. `isFile` is false for folders and links. */
export type ListedFile = { readonly name: string; readonly stamp: FileStamp; readonly isFile: boolean };

/** The outcome of reading one file: a COE, a problem, or `gone` if the file no longer exists. */
export type ReadOutcome =
  | {
      readonly is: 'coe';
      readonly name: string;
      readonly stamp: FileStamp;
      readonly revision: string;
      readonly summary: CoeSummary;
    }
  | { readonly is: 'problem'; readonly name: string; readonly stamp: FileStamp | null; readonly problem: Problem }
  | { readonly is: 'gone'; readonly name: string };

/** What the client of the worker knows about its documents: a numbering, and how many ids it has of that. */
export type KnownDocuments = { readonly numbering: string; readonly count: number };

/**
 * The COEs that may match, by the numbers of their documents. `ids` are those of the numbers from `first` on, which the
 * client did not know yet. The caller must check the text of those in `unsure`.
 */
export type FoundDocuments = Matches & {
  readonly numbering: string;
  readonly first: number;
  readonly ids: readonly string[];
};

/** A page of what a search finds in a list. */
export type ListSearch = {
  readonly folder: string;
  readonly needles: Needles;
  readonly numbering: string;
  /** Names the list. Only the last one is kept. */
  readonly list: number;
  /** The numbers of the COEs in the list, in its order; null if the worker has it. A COE may have got another since. */
  readonly numbers: Uint32Array | null;
  /** Whether the best matches come first, those with the same score in the order of the list. */
  readonly isBestFirst: boolean;
  readonly offset: number;
  readonly limit: number;
};

/**
 * `total` COEs of the list match; `places` has where in the list those of the page are, and `matches` what to highlight in
 * each, empty if no word is wanted.
 */
export type FoundPage = {
  readonly total: number;
  readonly places: readonly number[];
  readonly matches: readonly RowMatches[];
};

/** How many were checked, in order from the first, and which of these passed. */
export type Progress<Item> = { readonly checked: number; readonly passed: Item[] };

/** The highlighted matches in one COE. */
export type RowMatches = {
  readonly titleMatch: HighlightedText | null;
  readonly matches: { where: string; text: HighlightedText }[];
};

/** The tasks of the library worker. It runs them one at a time, in the order of the requests. */
export type WorkerTasks = {
  /** Sets the key of an encrypted library. The key stays only in the memory of the thread. */
  'use-identity': { request: { identity: string }; answer: null };
  /** Lists a folder with the stat of every file. */
  'list-folder': { request: { folder: string }; answer: FolderListing };
  /**
   * Reads files, indexes the COEs in them, and reduces them to summaries, as many as fit in a short time. Returns the
   * outcomes of the first files, of one at least.
   */
  'read-files': { request: { folder: string; names: readonly string[] }; answer: ReadOutcome[] };
  /**
   * Loads the index from its file; an empty one if the file is missing or damaged. Returns the number of COEs in it.
   */
  'load-index': { request: { file: string }; answer: number };
  /** Removes COEs that are not in the list from the index. Returns the ids whose revision is not indexed. */
  'compare-index': { request: { ids: readonly string[]; revisions: readonly string[] }; answer: string[] };
  'index-files': { request: { folder: string; ids: readonly string[] }; answer: null };
  'index-text': { request: { id: string; text: string }; answer: null };
  'remove-from-index': { request: { ids: readonly string[] }; answer: null };
  find: { request: { needles: Needles; known: KnownDocuments }; answer: FoundDocuments };
  /**
   * Searches in a list, with the rows of a page: all that a person who types waits for. `unfinished` if there are more
   * texts to check than fit in a short time; the same request goes on. Null if the worker does not have the list, or the
   * documents are numbered anew.
   */
  'search-list': { request: ListSearch; answer: FoundPage | 'unfinished' | null };
  /** For each folded word, a similar word of the index; null if the word is found as it is, or none is similar. */
  'correct-words': { request: { words: readonly string[] }; answer: (string | null)[] };
  /**
   * Checks which documents contain all wanted and no unwanted needles, as many as fit in a short time. Null if the
   * documents are numbered anew.
   */
  'check-texts': {
    request: { folder: string; numbering: string; numbers: Uint32Array; needles: Needles };
    answer: Progress<number> | null;
  };
  'match-rows': { request: { folder: string; ids: readonly string[]; needles: Needles }; answer: RowMatches[] };
  /** Finds the COEs most similar to one, or returns the ids to read first. */
  'find-similar': { request: { folder: string } & SimilarQuery; answer: SimilarAnswer };
  /** Reads COEs to compare, as many as fit in a short time. Returns how many, at least one. */
  'read-for-similar': { request: { folder: string; ids: readonly string[] }; answer: number };
  /** Writes the index to its file. Returns its size in bytes, or null on a disk error. */
  'save-index': { request: { file: string }; answer: number | null };
  /**
   * Opens the file of vectors and reads it, as much as fits in a short time. Returns whether all is read; null on a
   * disk error, after which there are no vectors.
   */
  'load-vectors': { request: { file: string }; answer: boolean | null };
  /** Forgets the vectors of COEs that are not in the list. Returns the ids whose revision has none. */
  'compare-vectors': { request: { ids: readonly string[]; revisions: readonly string[] }; answer: string[] };
  /** What has to be embedded for a COE; null if nothing has to, or its file cannot be read. */
  'sentences-to-embed': { request: { folder: string; id: string }; answer: UnembeddedCoe | null };
  /** Stores the vectors of the sentences of the last `sentences-to-embed`. Returns whether it did. */
  'put-vectors': { request: { id: string; revision: string; vectors: Int8Array }; answer: boolean };
  /** The vectors of the COEs that have some, and the mean of all sentences of the library. */
  'vectors-of': { request: { ids: readonly string[] }; answer: StoredVectors };
};

/** The sentences of a COE that have no vectors yet. */
export type UnembeddedCoe = { readonly revision: string; readonly sentences: readonly string[] };

/** The vectors of some COEs, by id, and the centre of their library. */
export type StoredVectors = { readonly vectors: ReadonlyMap<string, SentenceVectors>; readonly centre: Float32Array };
export type TaskName = keyof WorkerTasks;
