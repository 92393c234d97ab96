import { parentPort, workerData } from 'node:worker_threads';

import type { BackupJob, BackupMessage } from './backup-tasks.ts';
import { runTask } from './do-backup-task.ts';

/** The thread that packs and unpacks: it does the one job it was started with, and ends. */
const say = (message: BackupMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message);
};

say({ result: await runTask(workerData as BackupJob, (done, total) => say({ progress: { done, total } })) });
