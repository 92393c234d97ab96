import { formatNumber, quantity } from '#domain/text/format.ts';

import type { LibraryState } from '#ipc/library-state.ts';

/** The number of COEs, of matches, or of files read so far. Empty while it is unknown. */
export function resultWords(total: number | undefined, state: LibraryState | undefined, isNarrowed: boolean): string {
  if (state?.status === 'loading' && state.progress !== null && state.progress.total > 0) {
    return `Reading ${formatNumber(state.progress.done)} of ${formatNumber(state.progress.total)} COEs`;
  }
  if (total === undefined || state === undefined) return '';
  const all = quantity(state.coeCount, 'COE');
  if (!isNarrowed) return all;
  return `${formatNumber(total)} of ${all}`;
}
