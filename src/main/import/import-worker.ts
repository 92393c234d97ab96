import { lowerPriority } from '#main/worker/lower-priority.ts';
import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createImportTasks } from './import-task-handlers.ts';
import type { ImportTasks } from './import-tasks.ts';

/* The thread that reads files of other apps. It is terminated when a file takes too long. */

lowerPriority(10);

serveTasks<ImportTasks>(createImportTasks());
