import type { BackupsState } from '#ipc/backups.ts';

import { useIpcQuery } from '../../platform/queries.ts';

/** The state of the open library’s backups; undefined until main has answered. */
export const useBackupsState = (): BackupsState | undefined => useIpcQuery('backups:state', {}).data;
