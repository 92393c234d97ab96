import { randomBytes } from 'node:crypto';

import type { PickedImport } from '#ipc/imports.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import type { Picked } from './import-tasks.ts';
import { pickedName } from './run-import.ts';

/** What a person picked: only main knows the paths. `running` stops the dry run or the import of it. */
type PickedEntry = { readonly from: Picked; running: AbortController | null };

/** What was picked for imports in this session, by the handle that the page has. */
export type PickedImports = {
  readonly add: (from: Picked) => PickedImport;
  readonly get: (handle: string) => PickedEntry | undefined;
};

/** Handles that stay valid; the oldest is forgotten first. */
const MOST_PICKED = 20;

/** Creates an empty list. */
export function createPickedImports(): PickedImports {
  const picks = new Map<string, PickedEntry>();
  return {
    add: (from) => {
      const handle = randomBytes(16).toString('hex');
      picks.set(handle, { from, running: null });
      const [oldest] = picks.keys();
      if (picks.size > MOST_PICKED && oldest !== undefined) picks.delete(oldest);
      return { handle, name: pickedName(from) };
    },
    get: (handle) => picks.get(handle),
  };
}

/** What handling dropped files needs. `library` returns null while none is open; drops are then ignored. */
export type DroppedFilesDeps = {
  readonly picks: PickedImports;
  /** Asks the person, in a native dialog that names the first path. */
  readonly askToImport: (path: string, count: number) => Promise<boolean>;
  readonly library: () => Library | null;
  readonly announce: Announce;
};

/**
 * Creates what handles dropped paths. Nothing is read before the person agrees in a dialog of the system, because the
 * process that names the paths also shows what is read. One drop at a time, and none without an open library.
 */
export function createDropHandler({ picks, askToImport, library, announce }: DroppedFilesDeps) {
  let isAsking = false;
  return async (paths: readonly string[]): Promise<void> => {
    const [first] = paths;
    if (first === undefined || isAsking || library() === null) return;
    isAsking = true;
    try {
      if ((await askToImport(first, paths.length)) && library() !== null) announce('import:dropped', picks.add(paths));
    } finally {
      isAsking = false;
    }
  };
}
