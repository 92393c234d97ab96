import path from 'node:path';

import { type CoeFilter, matchesFilter } from '#domain/catalogue/coe-filter.ts';
import { fail, ok } from '#domain/result.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { CoeListPage, CoeListRequest } from '#ipc/coe-list.ts';
import { cachePathsOf, libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { coeFileName, pathOf } from '#main/coe-files/file-names.ts';
import { type LibraryPaths, libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { countTrash } from '#main/coe-files/trash.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import { createEncoder } from '#main/encoder/encoder.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openJournalFolder } from '#main/journal/journal-folder.ts';
import { openJournal } from '#main/journal/journal.ts';
import { openUnsentWords } from '#main/journal/unsent-words.ts';
import { createSaveWorker } from '#main/coe-files/save-worker-client.ts';
import { createLibraryWorker } from '#main/search/library-worker-client.ts';
import { createVersionRecorder } from '#main/versions/version-recorder.ts';

import { applyLatest } from './apply-latest.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { loadCatalogueCache } from './catalogue-cache.ts';
import { Catalogue } from './catalogue.ts';
import { createCoeStore } from './coe-store.ts';
import { correctSearch } from './correct-search.ts';
import { facetsOf } from './facets.ts';
import { findTitles } from './find-titles.ts';
import { createFirstRowsRecorder } from './first-rows-recorder.ts';
import { createImportStore } from './import-store.ts';
import { createIndexUpdater } from './index-updater.ts';
import type { Library, LibraryOptions, Intervals } from './library-api.ts';
import type { LibraryCore, LibraryStatus } from './library-core.ts';
import { listCoes, type ListSource } from './list-coes.ts';
import { isFolderEmpty } from './reconcile.ts';
import { runInPieces } from './run-in-pieces.ts';
import { createThemesReader } from './themes-reader.ts';
import { createJudge } from './sentence-judge.ts';
import { createPairFinder } from './pair-finder.ts';
import { createPatternLookup } from './pattern-lookup.ts';
import { createPatternStore } from './pattern-store.ts';
import { createQuestionStore } from './question-store.ts';
import { rankLibraryPatterns } from './rank-library-patterns.ts';
import { createMeaningUpdater } from './meaning-updater.ts';
import { createSearcher } from './searcher.ts';
import { createSummaryInterner } from './intern-summary.ts';
import { createSimilarFinder } from './similar-finder.ts';
import { createShareFileStore } from './share-file-store.ts';
import { createStatePublisher } from './state-publisher.ts';
import { startUpkeep } from './upkeep.ts';

export type { Library, LibraryOptions } from './library-api.ts';

/** The bytes of a COE's file; null if it cannot be read. */
async function bytesOf({ cipher, coes }: LibraryPaths, id: string): Promise<Uint8Array | null> {
  const read = await readFileBytes(cipher, pathOf(cipher, coes, coeFileName(id)));
  return read.ok ? (read.value?.bytes ?? null) : null;
}

const DEFAULT_INTERVALS: Intervals = { settle: 150, scan: 60_000, presence: 2000, caches: 60_000 };

/**
 * Opens a library. Resolves as soon as the cached catalogue is loaded; files are read and indexed in the background,
 * with announcements to the windows. A missing folder is created only with `create`.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const intervals = { ...DEFAULT_INTERVALS, ...options.intervals };
  const isOpenElsewhere = (): boolean => options.isOpenElsewhere?.(options.folder) === true;
  let folders = options.create && !isOpenElsewhere() ? await makeLibraryFolders(options.folder) : ok(null);
  const cipher = options.identity === undefined ? PLAIN_CIPHER : createAgeCipher(options.identity);
  const paths = libraryPathsOf(options.folder, cipher);
  const caches = await cachePathsOf(options.cacheFolder, options.folder);
  const journalFolder = path.join(options.journalFolder, await libraryKeyOf(options.folder));
  let closed = false;
  const onError = (error: unknown): void => {
    if (!closed) options.onError?.(error instanceof Error ? error : new Error('not an error'));
  };

  const catalogue = new Catalogue();
  const intern = createSummaryInterner();
  const kept = (await loadCatalogueCache(cipher, caches.catalogue)) ?? [];
  for (const { summary } of kept) intern(summary);
  catalogue.load(kept);
  const libraryStatus: LibraryStatus = {
    status: 'loading',
    writable: true,
    trashCount: 0,
    isFolderEmpty: false,
    progress: null,
  };
  const history = createVersionRecorder(paths, options.clock, () => core.announceState());
  const publisher = createStatePublisher(options, catalogue, libraryStatus, history.lastError);
  const worker = createLibraryWorker(options.workerUrl, options.identity?.text);
  const saveWorker = options.saveWorkerUrl === undefined ? null : createSaveWorker(options.saveWorkerUrl);
  const index = createIndexUpdater(worker, catalogue, paths.coes, caches.index, onError);
  const encoder = options.encoder === undefined ? null : createEncoder(options.encoder);
  const meaning = createMeaningUpdater({
    worker,
    catalogue,
    folder: paths.coes,
    file: caches.vectors,
    encoder,
    onError,
  });
  const core: LibraryCore = {
    options,
    paths,
    catalogue,
    intern,
    worker,
    saveWorker,
    index,
    meaning,
    mutex: createKeyedMutex(),
    history,
    libraryStatus,
    missingIds: new Set(),
    isClosed: () => closed,
    isOpenElsewhere,
    announce: (event, payload) => {
      if (!closed) options.announce(event, payload);
    },
    updateTrashCount: applyLatest(
      () => countTrash(paths),
      (count) => (libraryStatus.trashCount = count),
    ),
    announceState: () => {
      if (!closed) publisher.publish();
    },
    scheduleScan: () => upkeep.scheduleScan(),
    scanNow: () => upkeep.scan(),
    ensureFolders: async () => {
      if (!folders.ok) folders = await makeLibraryFolders(options.folder);
      return folders;
    },
  };
  const searcher = createSearcher(core);
  const lookup = createPatternLookup(() => patterns.knownPatterns());
  const listSource: ListSource = { ...searcher, patternsNamed: lookup.named };
  const list = (request: CoeListRequest): Promise<CoeListPage> =>
    listCoes(listSource, { ...request, filter: lookup.withMerged(request.filter) });
  const firstRows = createFirstRowsRecorder(
    caches.firstRows,
    catalogue,
    list,
    async () => (await options.isConnected?.(options.folder)) === true,
  );
  const newestFirst = (): readonly CoeSummary[] => catalogue.inOrder('happened-newest');
  const themes = createThemesReader(catalogue);
  const store = createCoeStore(core);
  const readCoe = async (id: string): Promise<Coe | null> => {
    const opened = await store.open(id);
    return opened.ok ? opened.value.coe : null;
  };
  const questions = createQuestionStore(core);
  const patterns = createPatternStore(core);
  const journalFiles = openJournalFolder(journalFolder, cipher);
  const unsent = openUnsentWords(journalFiles);
  const journal = openJournal(
    journalFiles,
    async (id) => {
      const opened = await store.open(id);
      return opened.ok ? opened.value : null;
    },
    options.clock,
  );
  const upkeep = startUpkeep(core, {
    intervals,
    catalogueFile: caches.catalogue,
    firstRows,
    themes,
    checks: [questions.checkQuestions, patterns.checkPatterns],
    onError,
  });

  return {
    folder: options.folder,
    cipher,
    state: publisher.state,
    summaries: (filter?: CoeFilter) => {
      if (filter === undefined) return [...newestFirst()];
      const wanted = lookup.withMerged(filter);
      return newestFirst().filter((summary) => matchesFilter(summary, wanted));
    },
    linkedSummaries: (id) => catalogue.linked(id),
    list: (request) => {
      firstRows.onList(request);
      return list(request);
    },
    correctSearch: (text) =>
      correctSearch({ correct: (words) => worker.request('correct-words', { words }), list }, text),
    revisions: () => new Map([...catalogue.entries()].map(({ summary, revision }) => [summary.id, revision])),
    findSimilar: createSimilarFinder(core, lookup.byId),
    judgeSentences: createJudge(encoder),
    findPairs: createPairFinder({ core, read: readCoe, patternsById: lookup.byId }),
    today: (day, zone, names) => {
      themes.expect(zone, day);
      return firstRows.today(day, zone, names);
    },
    facets: () => runInPieces(facetsOf([...newestFirst()], lookup.byId())),
    themes: (filter, zone, day) => themes.read(lookup.withMerged(filter), zone, day),
    findTitles: (text, limit) => findTitles(newestFirst(), text, limit),
    ...store,
    attachments: createAttachmentStore(core),
    imports: createImportStore(core, patterns),
    shares: createShareFileStore(core),
    readQuestions: questions.readQuestions,
    changeQuestions: questions.changeQuestions,
    patterns,
    rankPatterns: (coe) => rankLibraryPatterns(coe, patterns.knownPatterns(), newestFirst(), readCoe, meaning.find),
    markPattern: (coeId, add, remove) => store.changePatternIds(coeId, (ids) => lookup.changed(ids, add, remove)),
    save: (coe, base) => store.save(coe, base, journal.noteSave(coe.id)),
    deletePermanently: async (trashIds) => {
      for (const trashId of trashIds) {
        // oxlint-disable-next-line no-await-in-loop -- deletions of one COE depend on each other
        const deleted = await store.deletePermanently(trashId, async (coeId) => {
          await journal.forget(coeId);
          await unsent.forget(coeId);
        });
        if (deleted.ok || deleted.error.kind === 'not-found') continue;
        core.announceState();
        return deleted;
      }
      core.announceState();
      return ok(null);
    },
    journal: {
      ...journal,
      // Without the folder it is unknown what has been saved.
      listRecovered: (typing) =>
        libraryStatus.status === 'missing' ? Promise.resolve([]) : journal.listRecovered(typing),
    },
    unsent,
    problems: () => catalogue.problems(),
    acceptRollbacks: () => {
      catalogue.acceptRollbacks();
      core.announceState();
      return publisher.state();
    },
    runExclusive: (name, work) => core.mutex.run(name, work),
    reconcile: () => upkeep.scan().catch(onError),
    retry: async () => {
      await upkeep.scan(true);
      return publisher.state();
    },
    useEmptyFolder: async () => {
      if (options.readOnly === true || isOpenElsewhere()) return fail({ kind: 'library-read-only' });
      const isMissing = libraryStatus.status === 'missing' && !cipher.isEncrypted;
      if (!isMissing || !(await isFolderEmpty(options.folder))) return fail({ kind: 'library-missing' });
      const made = await makeLibraryFolders(options.folder);
      if (!made.ok) return made;
      await upkeep.scan(true);
      return ok(publisher.state());
    },
    whenComplete: upkeep.whenComplete,
    close: async () => {
      upkeep.stop();
      questions.closeQuestions();
      patterns.closePatterns();
      await core.mutex.whenIdle();
      if (!isOpenElsewhere() && libraryStatus.status !== 'missing')
        await history.onSessionEnd((id) => bytesOf(paths, id)).catch(onError);
      closed = true;
      await meaning.close();
      await upkeep.finish();
      await worker.close();
      await saveWorker?.close();
    },
  };
}
