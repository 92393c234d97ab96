import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { HighlightedText } from '#domain/search/highlight-matches.ts';
import type { Needles } from '#domain/search/search-query.ts';
import type { Problem } from '#ipc/library-state.ts';
import type { FileStamp } from '#main/disk/file-stamp.ts';

import type { SimilarAnswer, SimilarQuery } from './similar/similar-question.ts';

/** What is in the folder of COEs: every name with its stamp, or why it could not be listed. */
export type FolderListing =
  | { readonly ok: true; readonly files: readonly ListedFile[] }
  | { readonly ok: false; readonly code: string };
export type ListedFile = { readonly name: string; readonly stamp: FileStamp; readonly isFile: boolean };

/** What came of reading one file: a COE, a problem, or nothing because it went away meanwhile. */
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

/** COEs that may match, in no order, with how well. Those that are unsure have to be looked at before they count. */
export type SearchCandidates = { readonly ids: string[]; readonly scores: number[]; readonly unsure: string[] };

/** How many were looked at, from the first on, and which of these passed. */
export type Progress = { readonly checked: number; readonly passed: string[] };

/** Where in one COE the words stand. */
export type RowMatches = {
  readonly titleMatch: HighlightedText | null;
  readonly matches: { where: string; text: HighlightedText }[];
};

/** What the worker can be asked, with what it answers. It takes one task after another, in the order they are sent. */
export type WorkerTasks = {
  /** Takes the key of an encrypted library; it is kept nowhere, and gone with the thread. */
  'use-identity': { request: { identity: string }; answer: null };
  /** Lists a folder with the stat of every file. */
  'list-folder': { request: { folder: string }; answer: FolderListing };
  /** Reads files and reduces them to summaries. */
  'read-files': { request: { folder: string; names: readonly string[] }; answer: ReadOutcome[] };
  /** Takes the index from its file, if that is whole; answers how many COEs it holds. */
  'load-index': { request: { file: string }; answer: number };
  /** Drops what is not in the list from the index, and answers the ids whose version is not in it. */
  'compare-index': { request: { ids: readonly string[]; revisions: readonly string[] }; answer: string[] };
  'index-files': { request: { folder: string; ids: readonly string[] }; answer: null };
  'index-text': { request: { id: string; text: string }; answer: null };
  'remove-from-index': { request: { ids: readonly string[] }; answer: null };
  find: { request: { needles: Needles }; answer: SearchCandidates };
  /** Answers those whose text really has what is wanted and nothing that is not, of as many as it looked at in a short while. */
  'check-texts': { request: { folder: string; ids: readonly string[]; needles: Needles }; answer: Progress };
  'mark-rows': { request: { folder: string; ids: readonly string[]; needles: Needles }; answer: RowMatches[] };
  /** Finds the COEs that are most like one, or answers what to read before. */
  'find-similar': { request: { folder: string } & SimilarQuery; answer: SimilarAnswer };
  /** Reads COEs to be compared; answers how many that were in a short while. */
  'read-for-similar': { request: { folder: string; ids: readonly string[] }; answer: number };
  /** Writes the index to its file; answers its size in bytes, or null when the disk refused. */
  'save-index': { request: { file: string }; answer: number | null };
};
export type TaskName = keyof WorkerTasks;
