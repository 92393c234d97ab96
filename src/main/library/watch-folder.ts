import { type FSWatcher, watch } from 'node:fs';
import path from 'node:path';

import { errnoOf } from '#main/disk/disk-error.ts';
import { isTemporaryName } from '#main/disk/temporary-name.ts';

/** Watches one folder for hints of changes; a listing then tells what changed. */
export type FolderWatch = { readonly close: () => void };

/** The names on disk that a watcher reported; null if there were too many to name, or the system did not say. */
export type ChangedNames = readonly string[] | null;

/** More than a person changes at once. */
const MAX_NAMES = 64;

/**
 * Calls `onHint` at most once per `settle` milliseconds when something changes, except the temporary files of writes. A
 * folder that cannot be watched gives no hints.
 */
export function watchFolder(folder: string, settle: number, onHint: (names: ChangedNames) => void): FolderWatch {
  let timer: NodeJS.Timeout | null = null;
  let watcher: FSWatcher | null = null;
  let names: Set<string> | null = new Set();
  const own = path.basename(folder);
  const hint = (name: string | null): void => {
    if (name !== null && isTemporaryName(name)) return;
    // Linux gives a change of the folder itself the folder's name.
    if (name === null || name === own || names?.size === MAX_NAMES) names = null;
    else names?.add(name);
    timer ??= setTimeout(() => {
      const changed = names === null ? null : [...names];
      timer = null;
      names = new Set();
      onHint(changed);
    }, settle).unref();
  };
  try {
    watcher = watch(folder, { persistent: false }, (_event, name) => hint(name));
    watcher.on('error', () => hint(null));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
  return {
    close: () => {
      if (timer !== null) clearTimeout(timer);
      watcher?.close();
    },
  };
}
