import type { LibraryState } from '#ipc/library-state.ts';

import { useAsk } from './queries.ts';

/** How the open library stands; undefined for the few milliseconds before main has said. */
export const useLibraryState = (): LibraryState | undefined => useAsk('library:state', {}).data;
