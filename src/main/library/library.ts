import path from 'node:path';

import { type CoeFilter, matchesFilter } from '#domain/catalogue/coe-filter.ts';
import { ok } from '#domain/result.ts';
import { todayOf } from '#domain/today/today-of.ts';
import type { Today } from '#domain/today/today.ts';
import type { CoeListRequest } from '#ipc/coe-list.ts';
import { cachePathsOf, libraryKeyOf } from '#main/coe-files/cache-paths.ts';
import { coeFileName, pathOf } from '#main/coe-files/file-names.ts';
import { type LibraryPaths, libraryPathsOf } from '#main/coe-files/library-paths.ts';
import { makeLibraryFolders } from '#main/coe-files/make-library-folders.ts';
import { readFileBytes } from '#main/coe-files/read-coe-file.ts';
import { removeLeftovers } from '#main/coe-files/remove-leftovers.ts';
import { createKeyedMutex } from '#main/disk/keyed-mutex.ts';
import { createAgeCipher } from '#main/encryption/age-cipher.ts';
import { PLAIN_CIPHER } from '#main/encryption/file-cipher.ts';
import { openJournalFolder } from '#main/journal/journal-folder.ts';
import { openJournal } from '#main/journal/journal.ts';
import { createLibraryWorker } from '#main/search/library-worker-client.ts';
import { createVersionRecorder } from '#main/versions/history-keeper.ts';

import { keepCatalogue, loadCatalogue } from './catalogue-cache.ts';
import { Catalogue } from './catalogue.ts';
import { createCoeStore } from './coe-store.ts';
import { facetsOf } from './facets.ts';
import { findTitles } from './find-titles.ts';
import { asksForFirstRows, keepFirstRows } from './first-rows.ts';
import { createIndexKeeper } from './index-keeper.ts';
import type { Library, LibraryOptions, Pace } from './library-api.ts';
import type { LibraryCore, Standing } from './library-core.ts';
import { createLookout } from './folder-monitor.ts';
import { listCoes } from './list-coes.ts';
import { problemPath } from './problem-path.ts';
import { reconcileOnce } from './reconcile.ts';
import { createScanLoop } from './scan-loop.ts';
import { createSearcher } from './searcher.ts';
import { createSharer } from './share-parts.ts';
import { createSimilarFinder } from './similar-finder.ts';
import { createStateTeller } from './state-publisher.ts';

export type { Library, LibraryOptions } from './library-api.ts';

/** What is on disk of a COE; null when it cannot be read. */
async function bytesOf({ cipher, coes }: LibraryPaths, id: string): Promise<Uint8Array | null> {
  const read = await readFileBytes(cipher, pathOf(cipher, coes, coeFileName(id)));
  return read.ok ? (read.value?.bytes ?? null) : null;
}

const UNHURRIED: Pace = { settle: 150, scan: 60_000, presence: 2000, caches: 60_000 };

/**
 * Opens a library. Answers as soon as the cached catalogue is there; files are read and indexed behind it, and the windows
 * are told as that goes on. A folder that is not there is not made unless `create` says so.
 */
export async function openLibrary(options: LibraryOptions): Promise<Library> {
  const pace = { ...UNHURRIED, ...options.pace };
  const isElsewhere = (): boolean => options.isElsewhere?.(options.folder) === true;
  let founded = options.create && !isElsewhere() ? await makeLibraryFolders(options.folder) : ok(null);
  const cipher = options.identity === undefined ? PLAIN_CIPHER : createAgeCipher(options.identity);
  const paths = libraryPathsOf(options.folder, cipher);
  const caches = await cachePathsOf(options.cacheFolder, options.folder);
  const journalFolder = path.join(options.journalFolder, await libraryKeyOf(options.folder));
  let closed = false;
  const onError = (error: unknown): void => {
    if (!closed) options.onError?.(error instanceof Error ? error : new Error('not an error'));
  };

  const catalogue = new Catalogue();
  const share = createSharer();
  for (const entry of (await loadCatalogue(cipher, caches.catalogue)) ?? []) {
    catalogue.put({ ...entry, summary: share(entry.summary) });
  }
  const standing: Standing = { status: 'loading', writable: true, trashCount: 0, progress: null };
  const history = createVersionRecorder(paths, options.clock, () => core.announceState());
  const teller = createStateTeller(options, catalogue, standing, history.lastError);
  const worker = createLibraryWorker(options.workerUrl, options.identity?.text);
  const index = createIndexKeeper(worker, catalogue, paths.coes, caches.index, onError);
  const core: LibraryCore = {
    options,
    paths,
    catalogue,
    share,
    worker,
    index,
    turns: createKeyedMutex(),
    history,
    standing,
    away: new Set(),
    isClosed: () => closed,
    isElsewhere,
    announce: (event, payload) => {
      if (!closed) options.announce(event, payload);
    },
    announceState: () => {
      if (!closed) teller.tell();
    },
    lookAgain: () => lookout.lookAgain(),
    lookNow: () => scans.run(),
    found: async () => {
      if (!founded.ok) founded = await makeLibraryFolders(options.folder);
      return founded;
    },
  };

  let keptAge = catalogue.age;
  let keptRows = '';
  let shownFirst: CoeListRequest | null = null;
  let shownToday: Today | null = null;
  let zoneOfToday = 'UTC';
  const keepRows = async (request: CoeListRequest): Promise<void> => {
    const state = `${catalogue.age} ${shownToday?.day} ${JSON.stringify(request)}`;
    if (state === keptRows) return;
    keptRows = state;
    const today =
      shownToday === null ? null : todayOf(catalogue.inOrder('happened-newest'), shownToday.day, zoneOfToday);
    await keepFirstRows(caches.firstRows, { request, page: await listCoes(searcher, request), today });
  };
  const keepCaches = async (): Promise<void> => {
    if (keptAge !== catalogue.age) {
      keptAge = catalogue.age;
      await keepCatalogue(cipher, caches.catalogue, catalogue.entries());
    }
    // An encrypted library shows nothing before it is unlocked, and then it is open soon.
    if (shownFirst !== null && !cipher.isEncrypted) await keepRows(shownFirst);
    await index.keep();
  };
  const completeIndex = async (): Promise<void> => {
    if (await index.complete()) core.announce('coes:changed', { ids: 'many' });
    await keepCaches();
  };
  const scans = createScanLoop(async (trusting) => {
    if (closed) return;
    const taken = await reconcileOnce(core, { trusting });
    lookout.refresh(standing.status);
    if (taken.unsettled) core.lookAgain();
    if (standing.status !== 'ready' || index.isComplete()) return;
    completing ??= completeIndex()
      .catch(onError)
      .finally(() => {
        completing = null;
      });
  });
  let completing: Promise<void> | null = null;
  const lookout = createLookout(paths.coes, pace, { scan: () => scans.run(), keepCaches, onError });
  const searcher = createSearcher(core);
  const store = createCoeStore(core);
  const journal = openJournal(
    openJournalFolder(journalFolder, cipher),
    async (id) => {
      const opened = await store.open(id);
      return opened.ok ? opened.value : null;
    },
    options.clock,
  );
  const first = scans.run();
  first.catch(onError);
  // The folder of COEs is swept with every scan; versions are looked through once, when nobody waits for anything else.
  const swept = first.then(() => removeLeftovers(paths.versions, options.clock)).catch(onError);

  return {
    folder: options.folder,
    cipher,
    state: teller.state,
    summaries: (filter?: CoeFilter) => {
      const all = catalogue.inOrder('happened-newest');
      return filter === undefined ? [...all] : all.filter((summary) => matchesFilter(summary, filter));
    },
    list: (request) => {
      if (asksForFirstRows(request)) shownFirst = request;
      return listCoes(searcher, request);
    },
    revisions: () => new Map([...catalogue.entries()].map(({ summary, revision }) => [summary.id, revision])),
    findSimilar: createSimilarFinder(core),
    today: (day, zone) => {
      const today = todayOf(catalogue.inOrder('happened-newest'), day, zone);
      shownToday = today;
      zoneOfToday = zone;
      return today;
    },
    facets: () => facetsOf(catalogue.inOrder('happened-newest')),
    findTitles: (text, limit) => findTitles(catalogue.inOrder('happened-newest'), text, limit),
    ...store,
    save: (coe, base) => journal.whileSaving(coe.id, () => store.save(coe, base)),
    journal: {
      ...journal,
      // Without its folder nothing can be said about what is in the library.
      listRecovered: () => (standing.status === 'missing' ? Promise.resolve([]) : journal.listRecovered()),
    },
    problems: () => catalogue.problems(),
    acceptEarlier: () => {
      catalogue.acceptEarlier();
      core.announceState();
      return teller.state();
    },
    problemPath: (fileName) => problemPath(core, fileName),
    reconcile: () => scans.run().catch(onError),
    retry: async () => {
      await scans.run(true);
      return teller.state();
    },
    whenComplete: async () => {
      await first;
      await swept;
      await scans.idle();
      await completing;
    },
    close: async () => {
      lookout.close();
      await core.turns.whenIdle();
      if (!isElsewhere() && standing.status !== 'missing')
        await history.onSessionEnd((id) => bytesOf(paths, id)).catch(onError);
      closed = true;
      await scans.idle();
      await keepCaches().catch(onError);
      await worker.close();
    },
  };
}
