import { parentPort } from 'node:worker_threads';

import { createTaskHandlers } from './task-handlers.ts';
import type { WorkerAnswer, WorkerRequest } from './worker-tasks.ts';

/** The thread that reads the library and holds the search index, so that the main process never waits for either. */
const handlers = createTaskHandlers();

function answer(message: WorkerRequest): WorkerAnswer {
  try {
    const work = handlers[message.task] as (
      request: WorkerRequest['request'],
    ) => Extract<WorkerAnswer, { answer: unknown }>['answer'];
    return { number: message.number, answer: work(message.request) };
  } catch (error) {
    // Only where it failed: a message may quote the text that broke it.
    const stack =
      error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')) : [];
    return { number: message.number, failed: `${message.task}\n${stack.join('\n')}` };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort?.on('message', (message: WorkerRequest) => parentPort?.postMessage(answer(message)));
