import { serveTasks } from '#main/worker/serve-tasks.ts';

import { backupTaskHandlers } from './backup-task-handlers.ts';
import type { ServedBackupTasks } from './backup-tasks.ts';

/* The worker thread for backups. Each thread runs one task; its client then terminates it. */
serveTasks<ServedBackupTasks>(backupTaskHandlers);
