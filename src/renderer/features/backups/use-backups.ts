import type { BackupsState } from '#ipc/backups.ts';

import { useIpcQuery } from '../../platform/queries.ts';

/** How the backups of the open library stand; undefined until main has said. */
export const useBackupsState = (): BackupsState | undefined => useIpcQuery('backups:state', {}).data;
