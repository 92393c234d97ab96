import { Worker } from 'node:worker_threads';

import { fail, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';

import type { BackupMessage, BackupTaskName, BackupTasks } from './backup-tasks.ts';

/** Does a task in a thread of its own. */
export type RunBackupTask = <Name extends BackupTaskName>(
  task: Name,
  request: BackupTasks[Name]['request'],
  onProgress?: (progress: { done: number; total: number }) => void,
) => Promise<Result<BackupTasks[Name]['answer'], AppError>>;

/** `url` is out/main/backup-worker.js in the app, the .ts file in tests. */
export const createBackupRunner =
  (url: URL): RunBackupTask =>
  (task, request, onProgress) =>
    new Promise((resolve) => {
      const worker = new Worker(url, { workerData: { task, request } });
      // A thread that dies, of a lack of memory for one, has made no backup; it never takes the app with it.
      const died = (): void => resolve(fail({ kind: 'unexpected', reference: `backup:${task}` }));
      worker.on('message', (message: BackupMessage) => {
        if ('progress' in message) onProgress?.(message.progress);
        else resolve(message.result as never);
      });
      worker.on('error', died);
      worker.on('exit', died);
    });
