import { formatNumber } from '#domain/text/format.ts';
import type { LibraryState } from '#ipc/library-state.ts';

/** How much of a library has been read while it is read for the first time. Empty otherwise. */
export const readSoFar = (state: LibraryState | undefined): string =>
  state?.status === 'loading' && state.progress !== null && state.progress.total > 0
    ? `Read ${formatNumber(state.progress.done)} of ${formatNumber(state.progress.total)} COEs so far`
    : '';
