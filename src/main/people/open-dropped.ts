import type { LibraryState } from '#ipc/library-state.ts';
import type { Announce } from '#main/ipc/handlers.ts';

import type { People } from './people-handlers.ts';

/** What opening a dropped file needs. `others` takes every other drop. */
export type OpenDroppedDeps = {
  /** Resolves when the first library is open or locked, and the page can answer. A drop before that waits for it. */
  readonly whenReady: () => Promise<void>;
  readonly people: Pick<People, 'open'>;
  /** Asks the person, in a native dialog that names the path. */
  readonly ask: (path: string) => Promise<boolean>;
  /** Not null while the library is locked or its files are converted. */
  readonly closed: () => LibraryState | null;
  readonly announce: Announce;
  readonly others: (paths: readonly string[]) => Promise<void>;
};

/** The ends of the names of shared files. */
const SHARED = /\.once-(?:share(?:\.age)?|card)$/i;

/**
 * Creates what handles dropped paths: one shared file is opened once the person agrees in a dialog of the system, and
 * everything else goes to the import. Nothing is opened while the library is locked.
 */
export function openDropped({ whenReady, people, ask, closed, announce, others }: OpenDroppedDeps) {
  let isAsking = false;
  return async (paths: readonly string[]): Promise<void> => {
    await whenReady();
    const [first] = paths;
    if (first === undefined || paths.length > 1 || !SHARED.test(first)) return others(paths);
    if (isAsking || closed() !== null) return;
    isAsking = true;
    try {
      if (await ask(first)) announce('people:opened', { result: await people.open(first) });
    } finally {
      isAsking = false;
    }
  };
}
