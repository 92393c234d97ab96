import path from 'node:path';

import type { AppState } from '#main/settings/app-state.ts';

import type { LibraryChoice } from './library-manager.ts';

/** The input that decides which library opens at startup. */
export type FirstLibraryInput = {
  /** The library that this start was asked to open; null for none. */
  readonly requested: string | null;
  /** Whether the requested library is an empty folder, in which a new library may be created. */
  readonly requestedIsEmpty: boolean;
  readonly appState: Pick<AppState, 'lastLibrary' | 'firstLibraryMade'>;
  /** Whether the remembered state was lost. A missing folder may then have existed before, and is not created. */
  readonly appStateLost: boolean;
  readonly documents: string;
};

/**
 * Returns the library to open at startup. Only the very first library, and a requested empty folder, are created. Any
 * other missing folder is reported as missing, because its disk may be unplugged. A remembered folder that is empty is
 * not filled either: it may be the mount point of such a disk.
 */
export function firstLibrary({
  requested,
  requestedIsEmpty,
  appState,
  appStateLost,
  documents,
}: FirstLibraryInput): LibraryChoice {
  if (requested !== null) return requestedIsEmpty ? { folder: requested, create: true } : { folder: requested };
  if (appState.lastLibrary !== null) return { folder: appState.lastLibrary };
  return { folder: path.join(documents, 'Once'), create: !appState.firstLibraryMade && !appStateLost };
}
