import { formatNumber, quantity } from '#domain/text/format.ts';

import type { LibraryState } from '#ipc/library-state.ts';

import { readSoFar } from '../../entities/read-so-far.ts';

/** The number of COEs, of matches, or of files read so far. Empty while it is unknown. */
export function resultWords(total: number | undefined, state: LibraryState | undefined, isNarrowed: boolean): string {
  const soFar = readSoFar(state);
  if (soFar !== '') return isNarrowed && total !== undefined ? `${formatNumber(total)} found. ${soFar}` : soFar;
  if (total === undefined || state === undefined) return '';
  const all = quantity(state.coeCount, 'COE');
  if (!isNarrowed) return all;
  return `${formatNumber(total)} of ${all}`;
}
