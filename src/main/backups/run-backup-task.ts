import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';
import type { TaskProgress } from '#main/worker/worker-messages.ts';

import type { BackupTaskName, BackupTasks, ServedBackupTasks } from './backup-tasks.ts';

/** Does a task in a worker of its own, which ends with it. Never rejects. */
export type RunBackupTask = <Name extends BackupTaskName>(
  task: Name,
  request: BackupTasks[Name]['request'],
  onProgress?: (progress: TaskProgress) => void,
) => Promise<Result<BackupTasks[Name]['answer'], AppError>>;

/**
 * Makes the runner. `url` is out/main/backup-worker.js in the app, the .ts file in tests. When the worker dies, for lack
 * of memory for example, the error goes to `logError`, and the task fails with the reference that this returns.
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
