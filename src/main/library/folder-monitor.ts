import { stat } from 'node:fs/promises';

import { errnoOf } from '#main/disk/disk-error.ts';

import type { Intervals } from './library-api.ts';
import type { LibraryStatus } from './library-core.ts';
import { type ChangedNames, type FolderWatch, watchFolder } from './watch-folder.ts';

/** What the monitor triggers. */
export type FolderMonitorTasks = {
  readonly scan: () => Promise<void>;
  /** Whether the state of these files is known already, so that their change calls for no scan. */
  readonly isKnown: (namesOnDisk: readonly string[]) => Promise<boolean>;
  readonly writeCaches: () => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** Triggers scans of the folder: on hints of the watcher and periodically. Also polls whether the folder exists. */
export type FolderMonitor = {
  /**
   * Resolves once the folder is watched, or known to be missing: a scan started then misses no change. Never rejects.
   */
  readonly watching: Promise<void>;
  /** Call after each scan with the library's status. */
  readonly setStatus: (status: LibraryStatus['status']) => void;
  readonly scheduleScan: () => void;
  readonly close: () => void;
};

/** Starts monitoring a folder. Its timers do not keep the process alive. */
export function createFolderMonitor(folder: string, intervals: Intervals, tasks: FolderMonitorTasks): FolderMonitor {
  let watcher: FolderWatch | null = null;
  let watched: string | null = null;
  let soon: NodeJS.Timeout | null = null;
  let missing = false;
  let closed = false;

  const scan = (): void => {
    if (!closed) tasks.scan().catch(tasks.onError);
  };
  const scheduleScan = (): void => {
    if (soon !== null || closed) return;
    soon = setTimeout(() => {
      soon = null;
      scan();
    }, intervals.settle);
    soon.unref();
  };
  const onHint = async (names: ChangedNames): Promise<void> => {
    try {
      if (names !== null && (await tasks.isKnown(names))) return;
    } catch (error) {
      tasks.onError(error);
    }
    scan();
  };
  /** A watcher follows a folder that is moved; a new folder in its place needs a new watcher. */
  const checkFolder = async (): Promise<void> => {
    const there = await identityOf(folder);
    if (closed) return;
    if (there === watched && !missing) return;
    watcher?.close();
    watcher =
      there === null ? null : watchFolder(folder, intervals.settle, (names) => void onHint(names).catch(tasks.onError));
    const was = watched;
    watched = there;
    if (missing || was !== null) scan();
  };
  const timers = [
    setInterval(() => void checkFolder().catch(tasks.onError), intervals.presence),
    setInterval(scan, intervals.scan),
    setInterval(() => void tasks.writeCaches().catch(tasks.onError), intervals.caches),
  ];
  for (const timer of timers) timer.unref();
  const watching = checkFolder().catch(tasks.onError);

  return {
    watching,
    setStatus: (status) => {
      missing = status === 'missing';
    },
    scheduleScan,
    close: () => {
      closed = true;
      watcher?.close();
      if (soon !== null) clearTimeout(soon);
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** Distinguishes one folder from another of the same name; null if there is none. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino, birthtimeMs } = await stat(folder);
    // A new folder may reuse the inode number of one that was just deleted.
    return `${dev}:${ino}:${birthtimeMs}`;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
