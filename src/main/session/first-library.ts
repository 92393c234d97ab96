import path from 'node:path';

import type { Places } from '#main/settings/app-state.ts';

import type { LibraryChoice } from './library-manager.ts';

/** What decides which library opens at the start. */
export type StartSituation = {
  /** The library this start was told to open. */
  readonly named: string | null;
  /** Whether that one is a folder with nothing in it: a person made it for this. */
  readonly namedIsEmpty: boolean;
  readonly places: Pick<Places, 'lastLibrary' | 'firstLibraryMade'>;
  /** Whether what was remembered is lost. Then a missing folder may once have been there, and is not made. */
  readonly placesLost: boolean;
  readonly documents: string;
};

/**
 * Which library opens at the start. Only the very first one is made, and one that is named and empty; any other folder that
 * is not there is reported missing, for it may be on a disk that is not plugged in. An empty folder that was open before may
 * be where such a disk would be, so that one is not filled either.
 */
export function firstLibrary({ named, namedIsEmpty, places, placesLost, documents }: StartSituation): LibraryChoice {
  if (named !== null) return namedIsEmpty ? { folder: named, create: true } : { folder: named };
  if (places.lastLibrary !== null) return { folder: places.lastLibrary };
  return { folder: path.join(documents, 'Once'), create: !places.firstLibraryMade && !placesLost };
}
