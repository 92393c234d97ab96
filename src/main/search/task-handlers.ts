import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Coe } from '#domain/coe/coe.ts';
import { readCoe } from '#domain/file/read-coe.ts';
import { foldFields } from '#domain/search/matches-needles.ts';
import type { Needles } from '#domain/search/search-query.ts';
import { type SearchableField, searchableText } from '#domain/search/searchable-text.ts';
import { type SimilarityFeatures, extractFeatures } from '#domain/similar/features.ts';
import { coeFileName } from '#main/coe-files/file-names.ts';
import type { StoredCoe } from '#main/coe-files/parse-stored-coe.ts';
import { errnoOf } from '#main/disk/disk-error.ts';
import { replaceFileSync } from '#main/disk/replace-file-sync.ts';
import { revisionOf } from '#main/disk/revision.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { parseIdentity } from '#main/encryption/age/x25519-keys.ts';
import { PLAIN_CIPHER, type FileCipher } from '#main/encryption/file-cipher.ts';

import { searchSimilar } from './similar/search-similar.ts';
import { createMeaningTasks } from './meaning/meaning-tasks.ts';
import { createFoldedTexts, needleBytes } from './folded-texts.ts';
import { decodeIndex, encodeIndex } from './index-file.ts';
import { createListSearcher } from './list-searcher.ts';
import { createLru } from './lru.ts';
import { listFolder, readOutcome, readStored } from './read-files.ts';
import { readFields, readIndexed } from './read-fields.ts';
import { markableFields, type MarkableField, rowMatches } from './row-matches.ts';
import { NO_MATCH, SearchIndex } from './search-index.ts';
import { tokensOfFields } from './tokens-of-coe.ts';
import type { Progress, ReadOutcome, RowMatches, TaskName, WorkerTasks } from './worker-tasks.ts';

type TaskHandlers = {
  readonly [Name in TaskName]: (request: WorkerTasks[Name]['request']) => WorkerTasks[Name]['answer'];
};

/**
 * The maximum number of COEs whose text or features stay in memory: several times what one search shows or one
 * comparison reads.
 */
const MAX_RECENT = 400;

/** Creates the handlers of the library worker, with their own index. */
export function createTaskHandlers(): TaskHandlers {
  let cipher: FileCipher = PLAIN_CIPHER;
  let index = new SearchIndex();
  const texts = createFoldedTexts();
  const shown = createLru<MarkableField[]>(MAX_RECENT);
  const recentFeatures = createLru<SimilarityFeatures>(MAX_RECENT);
  const meaning = createMeaningTasks(() => cipher);
  const lists = createListSearcher();
  const put = (id: string, revision: string, coe: Coe): void => {
    texts.forget(id);
    shown.delete(id);
    recentFeatures.delete(id);
    lists.forget();
    index.put(id, revision, tokensOfFields(searchableText(coe)));
  };
  const remove = (id: string): void => {
    texts.forget(id);
    shown.delete(id);
    recentFeatures.delete(id);
    meaning.remove(id);
    lists.forget();
    index.remove(id);
  };
  const fieldsOf = (folder: string, id: string): SearchableField[] | null =>
    readFields(cipher, folder, id, index.revisionOf(id));
  const featuresOf = (folder: string, id: string): SimilarityFeatures | null =>
    recentFeatures.get(id, () => readIndexed(cipher, folder, id, index.revisionOf(id), extractFeatures));
  const foldedOf = (folder: string, id: string): string | null => {
    const fields = fieldsOf(folder, id);
    return fields === null ? null : foldFields(fields);
  };
  const checkTexts = (folder: string, numbers: Uint32Array, needles: Needles): Progress<number> => {
    const sought = needleBytes(needles);
    return withinBudget(numbers, (number) => {
      const id = index.idOf(number);
      return texts.matches(id, sought, () => foldedOf(folder, id));
    });
  };
  const matchesIn = (folder: string, id: string, wanted: readonly string[]): RowMatches => {
    const read = (): MarkableField[] | null => {
      const fields = fieldsOf(folder, id);
      return fields === null ? null : markableFields(fields);
    };
    return rowMatches(shown.get(id, read) ?? [], wanted);
  };
  return {
    ...meaning.tasks,
    'use-identity': ({ identity }) => {
      const read = parseIdentity(identity);
      if (read !== null) cipher = createAgeCipher(read);
      return null;
    },
    'list-folder': ({ folder }) => listFolder(cipher, folder),
    'read-files': ({ folder, names }) => {
      const outcomes: ReadOutcome[] = [];
      const index = ({ coe, revision }: StoredCoe): void => put(coe.id, revision, coe);
      withinBudget(names, (name) => outcomes.push(readOutcome(cipher, folder, name, index)) > 0);
      return outcomes;
    },
    'load-index': ({ file }) => {
      texts.clear();
      shown.clear();
      lists.forget();
      const kept = decodeIndex(openIndex(cipher, readIfThere(file)));
      index = kept === null ? new SearchIndex() : new SearchIndex(kept.documents, [kept.segment]);
      return index.size;
    },
    'compare-index': ({ ids, revisions }) => {
      const wanted = new Set(ids);
      for (const id of index.ids()) if (!wanted.has(id)) remove(id);
      return ids.filter((id, at) => index.revisionOf(id) !== revisions[at]);
    },
    'index-files': ({ folder, ids }) => {
      for (const id of ids) {
        const stored = readStored(cipher, folder, coeFileName(id))?.stored;
        if (!stored?.ok) remove(id);
        else put(id, stored.value.revision, stored.value.coe);
      }
      return null;
    },
    'index-text': ({ id, text }) => {
      const coe = readCoe(text);
      if (coe.ok) put(id, revisionOf(Buffer.from(text)), coe.value);
      return null;
    },
    'remove-from-index': ({ ids }) => {
      for (const id of ids) remove(id);
      return null;
    },
    find: ({ needles, known }) => {
      const { numbering } = index;
      const first = known.numbering === numbering ? known.count : 0;
      return { ...index.match(needles), numbering, first, ids: index.idsFrom(first) };
    },
    'correct-words': ({ words }) => words.map((word) => (isFound(index, word) ? null : index.nearestWord(word))),
    'check-texts': ({ folder, numbering, numbers, needles }) =>
      numbering === index.numbering ? checkTexts(folder, numbers, needles) : null,
    'match-rows': ({ folder, ids, needles }) => ids.map((id) => matchesIn(folder, id, needles.wanted)),
    'search-list': (asked) => {
      const { folder, needles } = asked;
      const found = lists.search(index, asked, (numbers) => checkTexts(folder, numbers, needles));
      if (found === null || found === 'unfinished') return found;
      const { ids, ...page } = found;
      const marked = needles.wanted.length === 0 ? [] : ids;
      return { ...page, matches: marked.map((id) => matchesIn(folder, id, needles.wanted)) };
    },
    'find-similar': ({ folder, ...question }) =>
      searchSimilar(index, question, { has: recentFeatures.has, read: (id) => featuresOf(folder, id) }, meaning),
    'read-for-similar': ({ folder, ids }) => withinBudget(ids, (id) => featuresOf(folder, id) !== null).checked,
    'save-index': ({ file }) => {
      const { documents, segment } = index.compact();
      lists.forget();
      return writeCache(file, cipher.encryptCache(INDEX_PURPOSE, encodeIndex(documents, segment)));
    },
  };
}

const isFound = (index: SearchIndex, word: string): boolean =>
  index.match({ wanted: [word], unwanted: [] }).scores.some((score) => score !== NO_MATCH);

const INDEX_PURPOSE = 'search-index';

/** Decrypts a stored index; an empty buffer if that fails. */
function openIndex(cipher: FileCipher, stored: Uint8Array): Buffer {
  const opened = stored.length === 0 ? null : cipher.decryptCache(INDEX_PURPOSE, stored);
  return opened === null ? Buffer.alloc(0) : Buffer.from(opened.buffer, opened.byteOffset, opened.byteLength);
}

/** The time limit of one scan through texts or files, so that other requests need not wait longer. */
const TIME_BUDGET_MS = 8;

/** Checks items in order until the time is up. Returns how many were checked, at least one, and which passed. */
function withinBudget<Item>(items: Iterable<Item>, passes: (item: Item) => boolean): Progress<Item> {
  const until = performance.now() + TIME_BUDGET_MS;
  const passed: Item[] = [];
  let checked = 0;
  for (const item of items) {
    if (passes(item)) passed.push(item);
    checked += 1;
    if (performance.now() > until) break;
  }
  return { checked, passed };
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return Buffer.alloc(0);
  }
}

/**
 * Writes without a flush: a checksum detects a damaged cache, which is then rebuilt. Returns the size in bytes; null on
 * a disk error.
 */
function writeCache(file: string, bytes: Uint8Array): number | null {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    replaceFileSync(file, bytes);
    return bytes.length;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
