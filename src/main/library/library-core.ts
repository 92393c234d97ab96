import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import type { KeyedMutex } from '#main/disk/keyed-mutex.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';
import type { VersionRecorder } from '#main/versions/history-keeper.ts';

import type { Catalogue } from './catalogue.ts';
import type { IndexKeeper } from './index-keeper.ts';
import type { LibraryOptions } from './library-api.ts';
import type { ShareParts } from './share-parts.ts';

/** How the folder stands, as the state tells it. */
export type Standing = {
  status: 'loading' | 'ready' | 'missing';
  /** Whether the folder may be written to. */
  writable: boolean;
  trashCount: number;
  progress: { done: number; total: number } | null;
};

/** What the parts of an open library share. */
export type LibraryCore = {
  readonly options: LibraryOptions;
  readonly paths: LibraryPaths;
  readonly catalogue: Catalogue;
  readonly share: ShareParts;
  readonly worker: LibraryWorker;
  readonly index: IndexKeeper;
  readonly turns: KeyedMutex;
  readonly history: VersionRecorder;
  readonly standing: Standing;
  /** The COEs that went away while the library was open: whoever has one open waits for it to come back. */
  readonly away: Set<string>;
  readonly announce: Announce;
  readonly isClosed: () => boolean;
  /** Whether another process has the library just now. */
  readonly isElsewhere: () => boolean;
  /** Tells every window how the library stands, if that changed. */
  readonly announceState: () => void;
  /** Asks for a scan soon: something on disk is not what we thought. */
  readonly lookAgain: () => void;
  /** Scans now, and resolves when what it found has been taken in. */
  readonly lookNow: () => Promise<void>;
  /** Makes the folders of a library that was to be made and could not be when it was opened. */
  readonly found: () => Promise<Result<unknown, AppError>>;
};

/** More changes than this are announced as many, and the page asks for its lists anew. */
const MOST_NAMED = 100;

/** Tells every window which COEs changed. */
export function announceCoes(core: LibraryCore, ids: readonly string[]): void {
  if (ids.length > 0) core.announce('coes:changed', { ids: ids.length > MOST_NAMED ? 'many' : [...ids] });
}
