import type { Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { LibraryPaths } from '#main/coe-files/library-paths.ts';
import type { SaveWorker } from '#main/coe-files/save-worker-client.ts';
import type { KeyedMutex } from '#main/disk/keyed-mutex.ts';
import type { Announce } from '#main/ipc/handlers.ts';
import type { LibraryWorker } from '#main/search/library-worker-client.ts';
import type { VersionRecorder } from '#main/versions/version-recorder.ts';

import type { Catalogue } from './catalogue.ts';
import type { IndexUpdater } from './index-updater.ts';
import type { LibraryOptions } from './library-api.ts';
import type { MeaningUpdater } from './meaning-updater.ts';
import type { InternSummary } from './intern-summary.ts';

/** The part of the library's state that scans and saves change. */
export type LibraryStatus = {
  status: 'loading' | 'ready' | 'missing';
  /** Whether the folder is writable. */
  writable: boolean;
  trashCount: number;
  /** Whether a missing library's folder is there, without anything in it. */
  isFolderEmpty: boolean;
  progress: { done: number; total: number } | null;
};

/** What the parts of an open library share. */
export type LibraryCore = {
  readonly options: LibraryOptions;
  readonly paths: LibraryPaths;
  readonly catalogue: Catalogue;
  readonly intern: InternSummary;
  readonly worker: LibraryWorker;
  /** Null when every save runs in this thread. */
  readonly saveWorker: SaveWorker | null;
  readonly index: IndexUpdater;
  readonly meaning: MeaningUpdater;
  readonly mutex: KeyedMutex;
  readonly history: VersionRecorder;
  readonly libraryStatus: LibraryStatus;
  /** Ids of COEs that disappeared while the library was open. An editor that has one open waits for it to return. */
  readonly missingIds: Set<string>;
  readonly announce: Announce;
  readonly isClosed: () => boolean;
  /** Whether another process holds the library's lock now. */
  readonly isOpenElsewhere: () => boolean;
  /** Counts the trash again, for the state. Of two counts at once, the one that started later is kept. */
  readonly updateTrashCount: () => Promise<void>;
  /** Announces the library's state to every window, if it changed. */
  readonly announceState: () => void;
  /** Schedules a scan, for when the disk is not in the expected state. */
  readonly scheduleScan: () => void;
  /** Scans now; resolves when the result has been applied. */
  readonly scanNow: () => Promise<void>;
  /** Creates the library's folders if that failed on open. */
  readonly ensureFolders: () => Promise<Result<unknown, AppError>>;
};

/** Why the library cannot be changed now; null if it can. */
export const refusalOf = ({ options, isOpenElsewhere, libraryStatus }: LibraryCore): AppError | null =>
  options.readOnly === true
    ? { kind: 'library-read-only' }
    : isOpenElsewhere()
      ? { kind: 'library-open-elsewhere' }
      : libraryStatus.status === 'missing'
        ? { kind: 'library-missing' }
        : null;

/** Whether the library is shown without a way to change it. */
export const isReadOnly = ({ options, isOpenElsewhere, libraryStatus }: LibraryCore): boolean =>
  options.readOnly === true || isOpenElsewhere() || !libraryStatus.writable;

/** More changed ids than this are announced as `many`, and the page refetches its lists. */
const MAX_NAMED = 100;

/** Announces to every window which COEs changed; nothing for an empty list. */
export function announceCoes(core: LibraryCore, ids: readonly string[]): void {
  if (ids.length > 0) core.announce('coes:changed', { ids: ids.length > MAX_NAMED ? 'many' : [...ids] });
}
