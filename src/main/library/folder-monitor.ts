import { stat } from 'node:fs/promises';

import { errnoOf } from '#main/disk/disk-error.ts';

import type { Pace } from './library-api.ts';
import type { Standing } from './library-core.ts';
import { type FolderWatch, watchFolder } from './watch-folder.ts';

/** What the lookout sets off. */
export type LookoutTasks = {
  readonly scan: () => Promise<void>;
  readonly keepCaches: () => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/** Knows when to look at the folder: at a stir in it, every minute, and every two seconds whether it is there at all. */
export type Lookout = {
  /** Told after each scan how the library stands. */
  readonly refresh: (status: Standing['status']) => void;
  readonly lookAgain: () => void;
  readonly close: () => void;
};

/** Begins to look out for a folder. None of its timers keeps the program from ending. */
export function createLookout(folder: string, pace: Pace, tasks: LookoutTasks): Lookout {
  let watcher: FolderWatch | null = null;
  let watched: string | null = null;
  let soon: NodeJS.Timeout | null = null;
  let missing = false;
  let closed = false;

  const scan = (): void => {
    if (!closed) tasks.scan().catch(tasks.onError);
  };
  const lookAgain = (): void => {
    if (soon !== null || closed) return;
    soon = setTimeout(() => {
      soon = null;
      scan();
    }, pace.settle);
    soon.unref();
  };
  /** A watcher follows a folder that is moved away; one that is made in its place has to be watched anew. */
  const look = async (): Promise<void> => {
    const there = await identityOf(folder);
    if (closed) return;
    if (there === watched && !missing) return;
    watcher?.close();
    watcher = there === null ? null : watchFolder(folder, pace.settle, scan);
    const was = watched;
    watched = there;
    if (missing || was !== null) scan();
  };
  const timers = [
    setInterval(() => void look().catch(tasks.onError), pace.presence),
    setInterval(scan, pace.scan),
    setInterval(() => void tasks.keepCaches().catch(tasks.onError), pace.caches),
  ];
  for (const timer of timers) timer.unref();
  look().catch(tasks.onError);

  return {
    refresh: (status) => {
      missing = status === 'missing';
    },
    lookAgain,
    close: () => {
      closed = true;
      watcher?.close();
      if (soon !== null) clearTimeout(soon);
      for (const timer of timers) clearInterval(timer);
    },
  };
}

/** What tells one folder from another of the same name; null when there is none. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino, birthtimeMs } = await stat(folder);
    // A new folder may be given the number of the one that was just deleted.
    return `${dev}:${ino}:${birthtimeMs}`;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}
