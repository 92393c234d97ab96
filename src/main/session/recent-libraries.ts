import path from 'node:path';

import type { RecentLibrary } from '#ipc/library-state.ts';
import { handleOf } from '#main/library/library-handle.ts';

const MOST = 8;

/** The list with a folder at its head. */
export const withRecent = (folders: readonly string[], folder: string): string[] =>
  [folder, ...folders.filter((other) => other !== folder)].slice(0, MOST);

/** The list as people see it. */
export const describeRecents = (folders: readonly string[], open: string | null): RecentLibrary[] =>
  folders.map((folder) => ({
    handle: handleOf(folder),
    name: path.basename(folder) || folder,
    place: folder,
    isOpen: folder === open,
  }));
