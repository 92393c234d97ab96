import type { BackupsState } from '#ipc/backups.ts';

import { useAsk } from '../../platform/queries.ts';

/** How the backups of the open library stand; undefined until main has said. */
export const useBackupsState = (): BackupsState | undefined => useAsk('backups:state', {}).data;
