import type { Needles } from '#domain/search/search-query.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';

import type { Catalogue } from './catalogue.ts';

/** Few enough that a question asked meanwhile is answered within a tenth of a second. */
const FILES_AT_ONCE = 32;

/** As many as may be looked at in one go when their texts are at hand; the worker stops earlier when it has to read files. */
const TEXTS_AT_ONCE = 2048;

/** Keeps the search index in step with the catalogue. */
export type IndexKeeper = {
  /** Takes the kept index and reads what it lacks. Resolves true when anything became findable by it. */
  readonly complete: () => Promise<boolean>;
  /** Whether every COE of the catalogue can be found in all of its text. */
  readonly isComplete: () => boolean;
  /** Rises with everything that is put into the index or taken out of it. */
  readonly version: () => number;
  readonly putText: (id: string, text: string) => void;
  readonly readAgain: (ids: readonly string[]) => void;
  readonly remove: (ids: readonly string[]) => void;
  /** How well each COE matches. Texts are looked at a few at a time, so that saves and other searches go on meanwhile. */
  readonly find: (needles: Needles) => Promise<ReadonlyMap<string, number>>;
  /** Writes the index to its file if it changed since. */
  readonly keep: () => Promise<void>;
};

/** Makes the keeper of one library's index. `onError` gets what should not happen; searching then finds less. */
export function createIndexKeeper(
  worker: LibraryWorker,
  catalogue: Catalogue,
  folder: string,
  file: string,
  onError: (error: unknown) => void,
): IndexKeeper {
  let loadedBy = -1;
  let isComplete = false;
  let version = 0;
  let keptVersion = 0;

  const indexFiles = async (ids: readonly string[]): Promise<void> => {
    for (let start = 0; start < ids.length; start += FILES_AT_ONCE) {
      version += 1;
      await worker.request('index-files', { folder, ids: ids.slice(start, start + FILES_AT_ONCE) });
    }
  };
  const complete = async (): Promise<boolean> => {
    if (loadedBy !== worker.generation()) {
      isComplete = false;
      await worker.request('load-index', { file });
      loadedBy = worker.generation();
    }
    const entries = [...catalogue.entries()];
    const missing = await worker.request('compare-index', {
      ids: entries.map((entry) => entry.summary.id),
      revisions: entries.map((entry) => entry.revision),
    });
    await indexFiles(missing);
    isComplete = true;
    return missing.length > 0;
  };

  return {
    complete,
    isComplete: () => isComplete && loadedBy === worker.generation(),
    version: () => version,
    putText: (id, text) => {
      version += 1;
      worker.request('index-text', { id, text }).catch(onError);
    },
    readAgain: (ids) => {
      if (loadedBy === worker.generation()) indexFiles(ids).catch(onError); // before that, complete() finds them
    },
    remove: (ids) => {
      version += 1;
      worker.request('remove-from-index', { ids }).catch(onError);
    },
    find: async (needles) => {
      const { ids, scores, unsure } = await worker.request('find', { needles });
      const found = new Map(ids.map((id, place) => [id, scores[place] ?? 0]));
      const sure = new Set<string>();
      for (let start = 0; start < unsure.length;) {
        const some = unsure.slice(start, start + TEXTS_AT_ONCE);
        const { checked: looked, passed } = await worker.request('check-texts', { folder, ids: some, needles });
        for (const id of passed) sure.add(id);
        start += looked;
      }
      for (const id of unsure) if (!sure.has(id)) found.delete(id);
      return found;
    },
    keep: async () => {
      if (version === keptVersion || loadedBy !== worker.generation()) return;
      keptVersion = version;
      await worker.request('save-index', { file });
    },
  };
}
