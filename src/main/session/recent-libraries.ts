import { createHash } from 'node:crypto';
import path from 'node:path';

import type { RecentLibrary } from '#ipc/library-state.ts';

const MOST = 8;

/** What stands for a folder outside main. It is looked up among the folders that are remembered; a made-up one finds nothing. */
export const handleOf = (folder: string): string => createHash('sha256').update(folder).digest('hex').slice(0, 24);

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
