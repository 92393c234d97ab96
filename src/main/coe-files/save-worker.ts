import { replaceAtOnce } from '#main/disk/replace-at-once.ts';
import { serveTasks } from '#main/worker/serve-tasks.ts';

import type { SaveTasks } from './save-worker-client.ts';

/* The worker thread that replaces the file of a COE, so that a save is one message and not a dozen. */
serveTasks<SaveTasks>({ 'replace-file': replaceAtOnce });
