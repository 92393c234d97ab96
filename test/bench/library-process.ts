import path from 'node:path';

import { ulid } from 'ulid';

import type { Library } from '#main/library/library-api.ts';
import { openLibrary } from '#main/library/library.ts';
import { createLibraryManager } from '#main/session/library-manager.ts';

/** Opens the library in a folder in this process, with its worker and without a window, for `measure`. */
export async function inLibrary<Result>(
  folder: string,
  home: string,
  measure: (library: Library) => Promise<Result>,
): Promise<Result> {
  const manager = createLibraryManager(
    {
      cacheFolder: path.join(home, 'caches'),
      journalFolder: path.join(home, 'journals'),
      clock: Date.now,
      newId: ulid,
      announce: () => undefined,
      workerUrl: new URL('../../src/main/search/library-worker.ts', import.meta.url),
      saveWorkerUrl: new URL('../../src/main/coe-files/save-worker.ts', import.meta.url),
    },
    openLibrary,
  );
  try {
    await manager.open({ folder });
    const library = manager.current();
    if (library === null) throw new Error('The library did not open');
    await library.whenComplete();
    return await measure(library);
  } finally {
    await manager.close();
  }
}
