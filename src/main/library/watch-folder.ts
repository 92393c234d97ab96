import { type FSWatcher, watch } from 'node:fs';

import { errnoOf } from '#main/disk/disk-error.ts';

/** Watches one folder for hints that something changed in it. What changed is found out by listing it. */
export type FolderWatch = { readonly close: () => void };

/** Calls back, once things have been quiet for `settle` milliseconds, after each stir. A folder that cannot be watched is not. */
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
