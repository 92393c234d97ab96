import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ulid } from 'ulid';

import { openLibrary } from '#main/library/library.ts';
import type { Library, LibraryOptions } from '#main/library/library-api.ts';

import { JOURNAL_FOR_FAULTS } from '../subjects/on-disk.ts';

/** A real library with what should not have happened in it. */
export type OpenedForFaults = { readonly library: Library; readonly broken: Error[] };

const NEVER = 2 ** 31 - 1;

/** Opens a library that looks at its folder only when told to, so that faults strike what is meant and nothing else. */
export async function openForFaults(folder: string, changes: Partial<LibraryOptions> = {}): Promise<OpenedForFaults> {
  const broken: Error[] = [];
  const library = await openLibrary({
    folder,
    cacheFolder: path.join(path.dirname(folder), 'cache'),
    journalFolder: path.join(folder, JOURNAL_FOR_FAULTS),
    clock: Date.now,
    newId: () => ulid(),
    announce: () => undefined,
    workerUrl: pathToFileURL(process.env['FAULT_WORKER'] ?? ''),
    saveWorkerUrl: pathToFileURL(path.join(path.dirname(process.env['FAULT_WORKER'] ?? ''), 'save-worker.mjs')),
    intervals: { settle: NEVER, scan: NEVER, presence: NEVER, caches: NEVER },
    onError: (error) => broken.push(error),
    ...changes,
  } as LibraryOptions);
  return { library, broken };
}
