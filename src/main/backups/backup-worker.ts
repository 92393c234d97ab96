import { serveTasks } from '#main/worker/serve-tasks.ts';

import { backupTaskHandlers } from './backup-task-handlers.ts';
import type { ServedBackupTasks } from './backup-tasks.ts';

/* The thread that packs and unpacks backups. It does one task and is then ended. */
serveTasks<ServedBackupTasks>(backupTaskHandlers);
