import type { LibraryState } from '#ipc/library-state.ts';

const figure = new Intl.NumberFormat('en');

/** The number of COEs, of matches, or of files read so far. Empty while it is unknown. */
export function resultWords(total: number | undefined, state: LibraryState | undefined, isNarrowed: boolean): string {
  if (state?.status === 'loading' && state.progress !== null && state.progress.total > 0) {
    return `Reading ${figure.format(state.progress.done)} of ${figure.format(state.progress.total)} COEs`;
  }
  if (total === undefined || state === undefined) return '';
  const all = `${figure.format(state.coeCount)} ${state.coeCount === 1 ? 'COE' : 'COEs'}`;
  if (!isNarrowed) return all;
  return `${figure.format(total)} of ${all}`;
}
