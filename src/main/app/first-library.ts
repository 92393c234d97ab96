import path from 'node:path';

import type { LibraryChoice } from '#main/library/library-manager.ts';
import type { Places } from '#main/settings/places.ts';

/** What decides which library opens at the start. */
export type StartSituation = {
  /** The library this start was told to open. */
  readonly named: string | null;
  readonly places: Pick<Places, 'lastLibrary' | 'firstLibraryMade'>;
  /** Whether what was remembered is lost. Then a missing folder may once have been there, and is not made. */
  readonly placesLost: boolean;
  readonly documents: string;
};

/**
 * Which library opens at the start. Only the very first one is made; any other folder that is not there is reported missing,
 * for it may be on a disk that is not plugged in.
 */
export function firstLibrary({ named, places, placesLost, documents }: StartSituation): LibraryChoice {
  if (named !== null) return { folder: named };
  if (places.lastLibrary !== null) return { folder: places.lastLibrary };
  return { folder: path.join(documents, 'Once'), create: !places.firstLibraryMade && !placesLost };
}
