import path from 'node:path';

import type { AppState } from '#main/settings/app-state.ts';

import type { LibraryChoice } from './library-manager.ts';

/** What decides which library opens at the start. */
export type FirstLibraryInput = {
  /** The library this start was told to open. */
  readonly requested: string | null;
  /** Whether that one is a folder with nothing in it: a person made it for this. */
  readonly requestedIsEmpty: boolean;
  readonly appState: Pick<AppState, 'lastLibrary' | 'firstLibraryMade'>;
  /** Whether what was remembered is lost. Then a missing folder may once have been there, and is not made. */
  readonly appStateLost: boolean;
  readonly documents: string;
};

/**
 * Which library opens at the start. Only the very first one is made, and one that is named and empty; any other folder that
 * is not there is reported missing, for it may be on a disk that is not plugged in. An empty folder that was open before may
 * be where such a disk would be, so that one is not filled either.
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
