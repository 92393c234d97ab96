import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createTaskHandlers } from './task-handlers.ts';
import type { WorkerTasks } from './worker-tasks.ts';

/* The thread that reads the library and holds the search index, so that the main process waits for neither. */
serveTasks<WorkerTasks>(createTaskHandlers());
