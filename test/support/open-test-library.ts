import path from 'node:path';

import { onTestFinished } from 'vitest';

import type { EventName, EventPayloads } from '#ipc/contract.ts';
import { openLibrary } from '#main/library/library.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';

import { heldClock, type HeldClock } from './held-clock.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { testId } from './test-ids.ts';
import { workerUrl } from './worker-url.ts';

/** The library's worker thread. */
export const WORKER_URL = workerUrl('library-worker');

/** One thing a library told the windows. */
export type Told = { [Name in EventName]: { readonly event: Name; readonly payload: EventPayloads[Name] } }[EventName];

/** An open library on a real folder, and what the test needs to look behind it. */
export type TestLibrary = {
  readonly library: Library;
  readonly folder: string;
  readonly coes: string;
  readonly cacheFolder: string;
  readonly journalFolder: string;
  readonly told: Told[];
  readonly time: HeldClock;
  /** Errors that should not have happened. */
  readonly broken: Error[];
};

let made = 0;

/** Opens a library in a folder of the test's own and waits until all of it is read. It is closed after the test. */
export async function openTestLibrary(
  changes: Partial<LibraryOptions> & { wait?: boolean } = {},
): Promise<TestLibrary> {
  const home = temporaryFolder();
  const folder = changes.folder ?? path.join(home, 'library');
  const cacheFolder = changes.cacheFolder ?? path.join(home, 'cache');
  const journalFolder = changes.journalFolder ?? path.join(home, 'journal');
  const told: Told[] = [];
  const broken: Error[] = [];
  const time = heldClock();
  const library = await openLibrary({
    clock: time.clock,
    newId: () => testId(900_000 + (made += 1)),
    announce: (event, payload) => told.push({ event, payload } as Told),
    workerUrl: WORKER_URL,
    saveWorkerUrl: workerUrl('save-worker'),
    create: true,
    intervals: { settle: 20, presence: 50, scan: 60_000, caches: 60_000 },
    onError: (error) => broken.push(error),
    ...changes,
    folder,
    cacheFolder,
    journalFolder,
  });
  let open = true;
  const close = library.close;
  const closing: Library = {
    ...library,
    close: async () => {
      open = false;
      await close();
    },
  };
  onTestFinished(async () => {
    if (open) await close();
  });
  if (changes.wait !== false) await library.whenComplete();
  return { library: closing, folder, coes: path.join(folder, 'coes'), cacheFolder, journalFolder, told, time, broken };
}
