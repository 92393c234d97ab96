import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createTaskHandlers } from './task-handlers.ts';
import type { WorkerTasks } from './worker-tasks.ts';

/* The worker thread that reads the library and holds the search index, so that neither blocks the main process. */
serveTasks<WorkerTasks>(createTaskHandlers());
