import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Needles } from '#domain/search/search-query.ts';
import { NO_MATCH } from '#main/search/search-index.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';
import type { FoundPage, ListSearch, ReadOutcome } from '#main/search/worker-tasks.ts';

import type { Catalogue } from './catalogue.ts';
import { createDocumentNumbers, type ScoreOf } from './document-numbers.ts';

/** Few enough that other requests are answered within a tenth of a second meanwhile. */
const FILES_AT_ONCE = 32;

/** How many texts to check in one request if they are in memory; the worker stops earlier if it has to read files. */
const TEXTS_AT_ONCE = 2048;

/** Which page of a search in a list. */
export type PageOfSearch = Pick<ListSearch, 'needles' | 'isBestFirst' | 'offset' | 'limit'>;

/** Keeps the search index in sync with the catalogue. */
export type IndexUpdater = {
  /** Loads the saved index and indexes what it lacks. Resolves to whether it indexed anything. */
  readonly complete: () => Promise<boolean>;
  /** Whether the full text of every COE in the catalogue is indexed. */
  readonly isComplete: () => boolean;
  /** Increases with every change of the index. */
  readonly version: () => number;
  readonly putText: (id: string, text: string) => void;
  /** Reads files and indexes the COEs in them, as many as fit in a short time; see the worker's `read-files`. */
  readonly readFiles: (names: readonly string[]) => Promise<ReadOutcome[]>;
  readonly remove: (ids: readonly string[]) => void;
  /** Searches the index. Texts are checked in batches, so that saves and other searches can run in between. */
  readonly find: (needles: Needles) => Promise<ScoreOf>;
  /**
   * Finds a page of a list with its matches, in one request: what the worker has to know of the list is sent once. Null if
   * it cannot, because it has not named all these COEs yet; `find` makes it do so.
   */
  readonly findInList: (list: readonly CoeSummary[], page: PageOfSearch) => Promise<FoundPage | null>;
  /** Writes the index to its file if it has changed. */
  readonly save: () => Promise<void>;
};

/** Creates the updater of one library's index. `onError` gets unexpected errors, after which searches may find less. */
export function createIndexUpdater(
  worker: LibraryWorker,
  catalogue: Catalogue,
  folder: string,
  file: string,
  onError: (error: unknown) => void,
): IndexUpdater {
  let loadedBy = -1;
  let isComplete = false;
  let version = 0;
  let keptVersion = 0;
  const documents = createDocumentNumbers();
  /** The list that the worker has, by the numbers of a numbering. */
  let sent: {
    readonly list: readonly CoeSummary[];
    readonly name: number;
    readonly generation: number;
    readonly numbering: string;
  } | null = null;
  let lists = 0;

  const indexFiles = async (ids: readonly string[]): Promise<void> => {
    for (let start = 0; start < ids.length; start += FILES_AT_ONCE) {
      version += 1;
      await worker.request('index-files', { folder, ids: ids.slice(start, start + FILES_AT_ONCE) });
    }
  };
  /** Loads the saved index, unless the worker has one. What is indexed before that would be lost. */
  const load = async (): Promise<void> => {
    if (loadedBy === worker.generation()) return;
    isComplete = false;
    await worker.request('load-index', { file });
    loadedBy = worker.generation();
  };
  const complete = async (): Promise<boolean> => {
    await load();
    const entries = [...catalogue.entries()];
    const missing = await worker.request('compare-index', {
      ids: entries.map((entry) => entry.summary.id),
      revisions: entries.map((entry) => entry.revision),
    });
    await indexFiles(missing);
    isComplete = true;
    return missing.length > 0;
  };
  const find = async (needles: Needles): Promise<ScoreOf> => {
    const found = await worker.request('find', { needles, known: documents.known() });
    const { scores, unsure, numbering } = found;
    const scoreOf = documents.learn(found);
    for (let start = 0; start < unsure.length;) {
      const numbers = unsure.slice(start, start + TEXTS_AT_ONCE);
      const texts = await worker.request('check-texts', { folder, numbering, numbers, needles });
      if (texts === null) return find(needles); // the index was stored, which numbers it anew
      const passed = new Set(texts.passed);
      for (const number of numbers.subarray(0, texts.checked)) if (!passed.has(number)) scores[number] = NO_MATCH;
      start += texts.checked;
    }
    return scoreOf;
  };
  const findInList = async (list: readonly CoeSummary[], page: PageOfSearch): Promise<FoundPage | null> => {
    const { numbering } = documents.known();
    let numbers: Uint32Array | null = null;
    if (sent?.list !== list || sent.generation !== worker.generation() || sent.numbering !== numbering) {
      numbers = documents.numbersOf(list);
      if (numbers === null) return null;
      sent = { list, name: (lists += 1), generation: worker.generation(), numbering };
    }
    const asked = sent;
    const request = { folder, numbering, list: asked.name, ...page };
    let found = await worker.request('search-list', { ...request, numbers });
    while (found === 'unfinished') {
      // oxlint-disable-next-line no-await-in-loop -- in short pieces, so that saves and other searches can run in between
      found = await worker.request('search-list', { ...request, numbers: null });
    }
    if (found === null && sent === asked) sent = null;
    return found;
  };

  return {
    complete,
    isComplete: () => isComplete && loadedBy === worker.generation(),
    version: () => version,
    putText: (id, text) => {
      version += 1;
      worker.request('index-text', { id, text }).catch(onError);
    },
    readFiles: async (names) => {
      await load();
      version += 1;
      return worker.request('read-files', { folder, names });
    },
    remove: (ids) => {
      version += 1;
      worker.request('remove-from-index', { ids }).catch(onError);
    },
    find,
    findInList,
    save: async () => {
      if (version === keptVersion || loadedBy !== worker.generation()) return;
      keptVersion = version;
      await worker.request('save-index', { file });
    },
  };
}
