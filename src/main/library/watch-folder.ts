import { type FSWatcher, watch } from 'node:fs';

import { errnoOf } from '#main/disk/disk-error.ts';

/** Watches one folder for hints of changes; a listing then tells what changed. */
export type FolderWatch = { readonly close: () => void };

/**
 * Calls `onHint` at most once per `settle` milliseconds when something changes. A folder that cannot be watched gives
 * no hints.
 */
export function watchFolder(folder: string, settle: number, stirred: () => void): FolderWatch {
  let timer: NodeJS.Timeout | null = null;
  let watcher: FSWatcher | null = null;
  const hint = (): void => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      stirred();
    }, settle);
    timer.unref();
  };
  try {
    watcher = watch(folder, { persistent: false }, hint);
    watcher.on('error', hint);
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
