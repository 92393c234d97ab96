import { Worker } from 'node:worker_threads';

import type { TaskName, WorkerAnswer, WorkerRequest, WorkerTasks } from './worker-tasks.ts';

/** Asks the library's worker. Answers come in the order of the questions. */
export type WorkerClient = {
  /** Rejects when the worker fails, which is a bug or a lack of memory; the next question starts another. */
  readonly request: <Name extends TaskName>(
    task: Name,
    request: WorkerTasks[Name]['request'],
  ) => Promise<WorkerTasks[Name]['answer']>;
  /** How many workers there have been; another one holds no index yet. */
  readonly generation: () => number;
  readonly close: () => Promise<void>;
};

type Waiting = { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void };
type Running = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/**
 * Makes a client whose worker runs a .js file (or, where Node reads TypeScript, a .ts file). It starts with the first question, and is
 * given the identity of an encrypted library before that.
 */
export function createWorkerClient(url: URL, identity?: string): WorkerClient {
  let running: Running | null = null;
  let questions = 0;
  let generation = 0;

  const start = (): Running => {
    const started: Running = { worker: new Worker(url), waiting: new Map() };
    const end = (why: string): void => {
      if (running === started) running = null;
      for (const { reject } of started.waiting.values()) reject(new Error(why));
      started.waiting.clear();
    };
    started.worker.on('message', (message: WorkerAnswer) => settle(started, message));
    started.worker.on('error', (error) => end(`The library worker broke down (${error.name})`));
    started.worker.on('exit', () => end('The library worker has ended'));
    generation += 1;
    if (identity !== undefined) {
      const message: WorkerRequest = { number: 0, task: 'use-identity', request: { identity } };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      started.worker.postMessage(message);
    }
    return started;
  };

  return {
    request: (task, request) =>
      new Promise((resolve, reject) => {
        running ??= start();
        questions += 1;
        running.waiting.set(questions, { resolve, reject });
        running.worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        running.worker.postMessage({ number: questions, task, request });
      }),
    generation: () => generation,
    close: async () => {
      await running?.worker.terminate();
    },
  };
}

/** A worker that nobody waits for does not keep the program from ending. */
function settle({ worker, waiting }: Running, message: WorkerAnswer): void {
  const asked = waiting.get(message.number);
  waiting.delete(message.number);
  if (waiting.size === 0) worker.unref();
  if ('failed' in message) asked?.reject(new Error(`The library worker failed: ${message.failed}`));
  else asked?.resolve(message.answer as never);
}
