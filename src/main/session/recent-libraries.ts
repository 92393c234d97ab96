import path from 'node:path';

import type { RecentLibrary } from '#ipc/library-state.ts';
import { handleOf } from '#main/library/library-handle.ts';

const MAX_RECENT = 8;

/** Moves or adds a folder to the front of the list and cuts the list to its maximum length. */
export const withRecent = (folders: readonly string[], folder: string): string[] =>
  [folder, ...folders.filter((other) => other !== folder)].slice(0, MAX_RECENT);

/** The recent libraries as the page shows them. `open` is the folder of the open library, or null. */
export const describeRecents = (folders: readonly string[], open: string | null): RecentLibrary[] =>
  folders.map((folder) => ({
    handle: handleOf(folder),
    name: path.basename(folder) || folder,
    folder,
    isOpen: folder === open,
  }));
