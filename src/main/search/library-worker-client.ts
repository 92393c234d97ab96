import { createWorkerClient, type WorkerClient } from '#main/worker/worker-client.ts';

import type { TaskName, WorkerTasks } from './worker-tasks.ts';

/** Sends tasks to the library worker. Answers arrive in the order of the requests. */
export type LibraryWorker = {
  /**
   * Rejects with a WorkerError if the worker dies or the task throws. After a death, the next request starts a new
   * worker.
   */
  readonly request: <Name extends TaskName>(
    task: Name,
    request: WorkerTasks[Name]['request'],
  ) => Promise<WorkerTasks[Name]['answer']>;
  /** The number of workers started so far. A new worker has an empty index. */
  readonly generation: WorkerClient<WorkerTasks>['generation'];
  readonly close: () => Promise<void>;
};

/** What is made while files are read is of no use a moment later; a quarter of V8's own limit reads as fast. */
const NEW_OBJECTS_MB = 6;

/**
 * Creates a client of the worker at `url`. For an encrypted library, `identity` is the first thing each worker gets.
 */
export function createLibraryWorker(url: URL, identity?: string): LibraryWorker {
  const client = createWorkerClient<WorkerTasks>({
    name: 'library',
    url,
    newObjectsMb: NEW_OBJECTS_MB,
    ...(identity === undefined ? {} : { firstRequest: { task: 'use-identity', request: { identity } } }),
  });
  return {
    request: async (task, request) => {
      const answered = await client.request(task, request);
      if (!answered.ok) throw answered.error;
      return answered.value;
    },
    generation: client.generation,
    close: client.close,
  };
}
