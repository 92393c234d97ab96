import { cachePathsOf } from '#main/coe-files/cache-paths.ts';
import { createTimeLimit } from '#main/disk/time-limit.ts';
import { type FirstRows, loadFirstRows } from '#main/library/first-rows.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import { readDescription } from '#main/vault/vault-description.ts';

import { firstLibrary } from './first-library.ts';
import { isEmptyFolder } from './is-empty-folder.ts';
import type { LibraryChoice } from './library-manager.ts';

/** The library that a start opens, and what it shows before that. */
export type PreparedStart = {
  readonly folder: string;
  /** The same with what may be made there; it may not be filled if its disk does not answer. */
  readonly library: Promise<LibraryChoice>;
  /** Whether this start was asked to open that library. */
  readonly isRequested: boolean;
  /** What the last start with this library kept; null if there is nothing, or its disk does not answer. */
  readonly rows: Promise<FirstRows | null>;
};

/** What preparing a start needs. */
export type PrepareStartDeps = {
  readonly folders: { readonly caches: string; readonly documents: string };
  readonly appState: Pick<SettingsStore<AppState>, 'value' | 'quarantinedAs'>;
  /** The library that this start was asked to open; null for the last one. */
  readonly requested: string | null;
  readonly logError: (where: string, error: unknown) => unknown;
  /** How long to wait for the disk of the library, in milliseconds; shorter in tests. */
  readonly limitMs?: number;
  /** Looks into the folder of a library; another way in tests. */
  readonly isEmpty?: (folder: string) => Promise<boolean>;
};

/** The library may be on a share whose server is gone. The page shows nothing while it waits for the rows. */
const LIMIT_MS = 2000;

/** Chooses the library to open, and begins to read what to show first. Opens nothing. */
export function prepareStart({
  folders,
  appState,
  requested,
  logError,
  limitMs = LIMIT_MS,
  isEmpty = isEmptyFolder,
}: PrepareStartDeps): PreparedStart {
  const known = { requested, appState: appState.value(), appStateLost: appState.quarantinedAs !== null };
  const choose = (requestedIsEmpty: boolean): LibraryChoice =>
    firstLibrary({ ...known, requestedIsEmpty, documents: folders.documents });
  const { folder } = choose(false);
  const limit = createTimeLimit(limitMs);
  const within = async <Value>(where: string, read: () => Promise<Value>): Promise<Value | null> => {
    try {
      return await limit.run(read);
    } catch (error) {
      logError(where, error);
      return null;
    }
  };
  // One after the other: each call that hangs keeps one of the few threads busy.
  const looked = requested === null ? Promise.resolve(false) : within('first-library', () => isEmpty(requested));
  return {
    folder,
    library: looked.then((is) => choose(is === true)),
    isRequested: requested !== null,
    rows: looked.then(() => within('first-rows', () => readRows(folders.caches, folder))),
  };
}

async function readRows(caches: string, folder: string): Promise<FirstRows | null> {
  // Nothing of an encrypted library is shown before it is unlocked, not even rows cached before it was encrypted.
  if ((await readDescription(folder)) !== null) return null;
  return loadFirstRows((await cachePathsOf(caches, folder)).firstRows);
}
