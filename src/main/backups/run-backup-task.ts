import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';
import type { TaskProgress } from '#main/worker/worker-messages.ts';

import type { BackupTaskName, BackupTasks, ServedBackupTasks } from './backup-tasks.ts';

/** Runs a task in its own worker, then ends the worker. Never rejects. */
export type RunBackupTask = <Name extends BackupTaskName>(
  task: Name,
  request: BackupTasks[Name]['request'],
  onProgress?: (progress: TaskProgress) => void,
) => Promise<Result<BackupTasks[Name]['answer'], AppError>>;

/**
 * Creates the runner. `url` is out/main/backup-worker.js in the app, the .ts file in tests. If the worker dies, for
 * example out of memory, `logError` gets the error, and the task fails with the reference it returns.
 */
export const createBackupRunner =
  (url: URL, logError: (error: Error) => string): RunBackupTask =>
  async (task, request, onProgress) => {
    const worker = createWorkerClient<ServedBackupTasks>({ name: 'backup', url });
    try {
      const answered = await worker.request(task, request, onProgress);
      return answered.ok ? answered.value : fail({ kind: 'unexpected', reference: logError(answered.error) });
    } finally {
      await worker.close();
    }
  };
