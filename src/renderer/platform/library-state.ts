import type { LibraryState } from '#ipc/library-state.ts';

import { useIpcQuery } from './queries.ts';

/** The state of the open library; undefined until main has answered. */
export const useLibraryState = (): LibraryState | undefined => useIpcQuery('library:state', {}).data;
