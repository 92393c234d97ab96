import { Worker } from 'node:worker_threads';

import type { TaskName, WorkerAnswer, WorkerTasks } from './worker-tasks.ts';

/** Asks the library's worker. Answers come in the order of the questions. */
export type WorkerClient = {
  readonly ask: <Name extends TaskName>(
    task: Name,
    request: WorkerTasks[Name]['request'],
  ) => Promise<WorkerTasks[Name]['answer']>;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };

/** Starts a worker from a .js file (or, where Node reads TypeScript, a .ts file). What it was asked fails if it dies. */
export function startWorker(url: URL): WorkerClient {
  const waiting = new Map<number, Waiting>();
  const worker = new Worker(url);
  let last = 0;
  let ended: Error | null = null;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (message: WorkerAnswer) => {
    const asked = waiting.get(message.number);
    waiting.delete(message.number);
    if (waiting.size === 0) worker.unref();
    if ('failed' in message) asked?.reject(new Error(`The library worker failed: ${message.failed}`));
    else asked?.resolve(message.answer as never);
  });
  worker.on('error', () => end(new Error('The library worker broke down')));
  worker.on('exit', () => end(new Error('The library worker has ended')));
  worker.unref();

  return {
    ask: (task, request) =>
      new Promise((resolve, reject) => {
        if (ended !== null) {
          reject(ended);
          return;
        }
        last += 1;
        waiting.set(last, { resolve, reject });
        worker.ref();
        worker.postMessage({ number: last, task, request });
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}
