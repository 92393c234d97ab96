import { createWorkerClient, type WorkerClient } from '#main/worker/worker-client.ts';

import type { TaskName, WorkerTasks } from './worker-tasks.ts';

/** Sends tasks to the library's worker. Answers come in the order of the requests. */
export type LibraryWorker = {
  /** Rejects with a WorkerError when the worker dies or the task throws; the next request starts another worker. */
  readonly request: <Name extends TaskName>(
    task: Name,
    request: WorkerTasks[Name]['request'],
  ) => Promise<WorkerTasks[Name]['answer']>;
  /** How many workers were started; a new one holds no index yet. */
  readonly generation: WorkerClient<WorkerTasks>['generation'];
  readonly close: () => Promise<void>;
};

/** Makes a client of the worker at `url`. For an encrypted library, each worker gets its identity before anything else. */
export function createLibraryWorker(url: URL, identity?: string): LibraryWorker {
  const client = createWorkerClient<WorkerTasks>({
    name: 'library',
    url,
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
