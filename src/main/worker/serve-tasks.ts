import { parentPort } from 'node:worker_threads';

import type { TaskMap, TaskProgress, WorkerMessage, WorkerRequest } from './worker-messages.ts';

/** The handler of each task. A synchronous handler finishes before the worker reads the next request. */
export type ServedTasks<Tasks extends TaskMap<Tasks>> = {
  readonly [Name in keyof Tasks]: (
    request: Tasks[Name]['request'],
    onProgress: (progress: TaskProgress) => void,
  ) => Tasks[Name]['answer'] | Promise<Tasks[Name]['answer']>;
};

/**
 * Serves the requests of a `createWorkerClient`; call it inside the worker thread. A task that throws or rejects sends
 * `failed`. Returns what sends the client an event, which no request asked for.
 */
export function serveTasks<Tasks extends TaskMap<Tasks>>(tasks: ServedTasks<Tasks>): (event: unknown) => void {
  const post = (message: WorkerMessage): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage(message);
  };
  parentPort?.on('message', ({ number, task, request }: WorkerRequest) => {
    const failed = (error: unknown): void => post({ number, failed: traceOf(error) });
    try {
      const run = tasks[task as keyof Tasks];
      const answer: unknown = run(request, (progress) => post({ number, progress }));
      if (answer instanceof Promise) answer.then((value: unknown) => post({ number, answer: value }), failed);
      else post({ number, answer });
    } catch (error) {
      failed(error);
    }
  });
  return (event) => post({ event });
}

/** The name and stack frames of an error. Omits the message, which may quote the text of a COE. */
function traceOf(error: unknown): { name: string; frames: string } {
  if (!(error instanceof Error)) return { name: typeof error, frames: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { name: error.name, frames: frames.join('\n') };
}
