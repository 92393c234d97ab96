import { Worker } from 'node:worker_threads';

import { fail, ok, type Result } from '#domain/result.ts';

import type { TaskMap, TaskProgress, WorkerMessage, WorkerRequest } from './worker-messages.ts';

/**
 * Sends tasks to a worker thread, which starts with the first request. When the worker dies, all pending requests fail
 * and the next request starts a new worker. After three deaths without an answer in between, requests fail at once
 * until a pause is over.
 */
export type WorkerClient<Tasks extends TaskMap<Tasks>> = {
  /** Never rejects. Answers come in the order of the requests if all tasks are synchronous. */
  readonly request: <Name extends keyof Tasks & string>(
    task: Name,
    request: Tasks[Name]['request'],
    onProgress?: (progress: TaskProgress) => void,
  ) => Promise<Result<Tasks[Name]['answer'], WorkerError>>;
  /** The number of workers started so far. A new worker has none of the state of the previous one. */
  readonly generation: () => number;
  /** Terminates the worker. Pending requests fail. */
  readonly close: () => Promise<void>;
};

/** The worker died or cannot start, or the task threw. The stack is the worker's, if known. */
export class WorkerError extends Error {
  override readonly name = 'WorkerError';
}

/** How to start a worker. */
export type WorkerOptions<Tasks> = {
  /** The name in error messages, such as `library`. */
  readonly name: string;
  /** A .js file, or a .ts file where Node reads TypeScript. */
  readonly url: URL;
  readonly workerData?: unknown;
  /**
   * The most memory for new objects, in megabytes, of which two thirds are in use by turns; V8's own limit if left out.
   * V8 keeps what it grew to for as long as the thread runs.
   */
  readonly newObjectsMb?: number;
  /** Sent to each new worker before any other request. Its answer is ignored. */
  readonly firstRequest?: {
    readonly [Name in keyof Tasks]: { task: Name; request: RequestOf<Tasks[Name]> };
  }[keyof Tasks];
  /** Hears what the worker tells without being asked. */
  readonly onEvent?: (event: unknown) => void;
  /** Hears that a worker has ended, after its pending requests failed. */
  readonly onEnd?: () => void;
  /** Milliseconds after a crash loop during which no worker starts. */
  readonly pauseMs?: number;
};
type RequestOf<Task> = Task extends { request: infer Request } ? Request : never;

const MAX_DEATHS = 3;
const PAUSE_MS = 30_000;

type Pending = {
  readonly resolve: (result: Result<never, WorkerError>) => void;
  readonly onProgress: ((progress: TaskProgress) => void) | undefined;
};
type Running = { readonly worker: Worker; readonly pending: Map<number, Pending> };

/** Creates a client without starting a thread. */
export function createWorkerClient<Tasks extends TaskMap<Tasks>>(options: WorkerOptions<Tasks>): WorkerClient<Tasks> {
  const { name, url, workerData, newObjectsMb, firstRequest, pauseMs = PAUSE_MS } = options;
  const resourceLimits = newObjectsMb === undefined ? {} : { maxYoungGenerationSizeMb: newObjectsMb };
  let running: Running | null = null;
  let requests = 0;
  let generation = 0;
  let deaths = 0;
  let diedAt = 0;

  const post = ({ worker }: Running, message: WorkerRequest): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(message);
  };
  const start = (): Running => {
    const started: Running = { worker: new Worker(url, { workerData, resourceLimits }), pending: new Map() };
    const end = (error: WorkerError): void => {
      if (running !== started) return; // an error is followed by an exit
      running = null;
      deaths += 1;
      diedAt = performance.now();
      for (const { resolve } of started.pending.values()) resolve(fail(error));
      started.pending.clear();
      options.onEnd?.();
    };
    started.worker.on('message', (message: WorkerMessage) => {
      if ('event' in message) options.onEvent?.(message.event);
      else if (settle(started, message)) deaths = 0;
    });
    started.worker.on('error', (error) => end(failure(`The ${name} worker died (${error.name})`, error.stack)));
    started.worker.on('exit', () => end(new WorkerError(`The ${name} worker has ended`)));
    generation += 1;
    if (firstRequest !== undefined) {
      post(started, { number: 0, task: String(firstRequest.task), request: firstRequest.request });
    }
    return started;
  };
  const settle = ({ worker, pending }: Running, message: Exclude<WorkerMessage, { event: unknown }>): boolean => {
    const asked = pending.get(message.number);
    if ('progress' in message) {
      asked?.onProgress?.(message.progress);
      return false;
    }
    pending.delete(message.number);
    // An idle worker must not keep the process alive.
    if (pending.size === 0) worker.unref();
    if ('answer' in message) asked?.resolve(ok(message.answer as never));
    else {
      const { name: errorName, frames } = message.failed;
      asked?.resolve(fail(failure(`A task of the ${name} worker failed`, `${errorName}\n${frames}`)));
    }
    return asked !== undefined;
  };

  return {
    request: (task, request, onProgress) =>
      new Promise((resolve) => {
        if (running === null && deaths >= MAX_DEATHS) {
          if (performance.now() - diedAt < pauseMs) {
            return resolve(fail(new WorkerError(`The ${name} worker keeps dying`)));
          }
          deaths = 0;
        }
        running ??= start();
        requests += 1;
        running.pending.set(requests, { resolve, onProgress });
        running.worker.ref();
        post(running, { number: requests, task, request });
      }),
    generation: () => generation,
    close: async () => {
      await running?.worker.terminate();
    },
  };
}

function failure(message: string, stack: string | undefined): WorkerError {
  const error = new WorkerError(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
