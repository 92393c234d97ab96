import { removeLeftovers } from '#main/coe-files/remove-leftovers.ts';

import { saveCatalogueCache } from './catalogue-cache.ts';
import type { FirstRowsRecorder } from './first-rows-recorder.ts';
import { createFolderMonitor } from './folder-monitor.ts';
import { areKnown } from './known-changes.ts';
import { createIndexCompletion } from './index-completion.ts';
import type { Intervals } from './library-api.ts';
import type { LibraryCore } from './library-core.ts';
import { reconcileOnce } from './reconcile.ts';
import { createScanLoop } from './scan-loop.ts';
import type { ThemesReader } from './themes-reader.ts';

/** What runs in the background while a library is open: scans of its folder, and after them the index and the caches. */
export type Upkeep = {
  /** Resolves when a scan that started after the call has been applied. */
  readonly scan: (acceptLosses?: boolean) => Promise<void>;
  /** Schedules a scan, for when the disk is not in the expected state. */
  readonly scheduleScan: () => void;
  /** Resolves when the first scan, and whatever was begun since, is done. */
  readonly whenComplete: () => Promise<void>;
  /** Begins no more work. */
  readonly stop: () => void;
  /** Waits for a scan that is running, and writes the caches. */
  readonly finish: () => Promise<void>;
};

/** What the upkeep of a library needs beside its core. */
export type UpkeepOptions = {
  readonly intervals: Intervals;
  /** The file of the catalogue's cache. */
  readonly catalogueFile: string;
  readonly firstRows: FirstRowsRecorder;
  readonly themes: ThemesReader;
  /** What else to look at after each scan, in order. */
  readonly checks: readonly (() => Promise<void>)[];
  readonly onError: (error: unknown) => void;
};

/** Starts watching and scanning the folder of a library. */
export function startUpkeep(core: LibraryCore, options: UpkeepOptions): Upkeep {
  const { catalogue, index, libraryStatus, meaning, paths } = core;
  const { intervals, catalogueFile, firstRows, themes, checks, onError } = options;
  let savedAge = catalogue.age;
  const writeCaches = async (): Promise<void> => {
    if (savedAge !== catalogue.age) {
      savedAge = catalogue.age;
      await saveCatalogueCache(paths.cipher, catalogueFile, catalogue.entries());
    }
    // Never cached for an encrypted library, which shows nothing before it is unlocked.
    if (!paths.cipher.isEncrypted) await firstRows.write();
    await index.save();
  };
  /** Nobody waits for the themes then, and opening them finds their answer. */
  const prepareThemes = (): Promise<void> => (core.isClosed() ? Promise.resolve() : themes.prepare());
  const completion = createIndexCompletion({
    complete: async () => {
      if (await index.complete()) core.announce('coes:changed', { ids: 'many' });
      await writeCaches();
    },
    afterwards: prepareThemes,
    onError,
  });
  const scans = createScanLoop(async (acceptLosses) => {
    if (core.isClosed()) return;
    const result = await reconcileOnce(core, { acceptLosses });
    monitor.setStatus(libraryStatus.status);
    for (const check of checks) await check();
    if (result.needsRescan) core.scheduleScan();
    if (libraryStatus.status !== 'ready' || index.isComplete()) return;
    completion.start();
  });
  const onInterval = async (): Promise<void> => {
    await writeCaches();
    if (libraryStatus.status !== 'ready' || !index.isComplete()) return;
    await prepareThemes().catch(onError);
    await meaning.update();
  };
  const monitor = createFolderMonitor(paths.coes, intervals, {
    scan: () => scans.run(),
    isKnown: async (names) => libraryStatus.status === 'ready' && (await areKnown(core, names)),
    writeCaches: onInterval,
    onError,
  });
  const first = monitor.watching.then(() => scans.run());
  first.catch(onError);
  // Every scan removes leftovers from the folder of COEs; the others are removed once, when nothing else waits.
  const leftoversRemoved = first
    .then(() =>
      removeLeftovers([paths.versions, paths.patterns, paths.questions, paths.attachments], core.options.clock),
    )
    .catch(onError);
  return {
    scan: scans.run,
    scheduleScan: monitor.scheduleScan,
    whenComplete: async () => {
      await first;
      await leftoversRemoved;
      await scans.idle();
      await completion.idle();
    },
    stop: monitor.close,
    finish: async () => {
      await scans.idle();
      await writeCaches().catch(onError);
    },
  };
}
