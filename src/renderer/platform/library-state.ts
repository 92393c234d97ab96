import type { LibraryState } from '#ipc/library-state.ts';

import { useIpcQuery } from './queries.ts';

/** How the open library stands; undefined for the few milliseconds before main has said. */
export const useLibraryState = (): LibraryState | undefined => useIpcQuery('library:state', {}).data;
