import { fail } from '#domain/result.ts';
import { type WorkerClient, WorkerError } from '#main/worker/worker-client.ts';

import type { ImportTasks } from './import-tasks.ts';
import { LIMITS } from './limits.ts';
import { createThreadEnds, type ThreadEnds } from './thread-ends.ts';

/** A thread that reads files of other apps. */
export type StartedThread = WorkerClient<ImportTasks>;
/** Starts such a thread. Called again for each one that was ended because a file took too long. */
export type StartThread = () => StartedThread;

/** The thread of one import. It starts with the first request, and another one with the first request after an end. */
export type ImportThread = {
  /** Fails while an ended thread, also of another import, still waits for its disk: another one would only wait too. */
  readonly request: StartedThread['request'];
  /**
   * Ends the thread, and waits for that, but no longer than for a file: one that waits for a disk ends when the disk
   * answers. Waits no more when the import is stopped.
   */
  readonly end: () => Promise<void>;
  /** Whether a thread that was ended, also by another import, took too long for that, and still waits for its disk. */
  readonly isStuck: () => boolean;
};

/** The threads of all imports of the app. A thread that waits for its disk keeps each import from starting another. */
export type ImportThreads = {
  /** Works with a thread, which is ended afterwards. Aborting `signal` ends each wait for a thread to end. */
  readonly use: <Value>(signal: AbortSignal, work: (thread: ImportThread) => Promise<Value>) => Promise<Value>;
};

/**
 * Creates the threads; once in an app, whose file operations all wait when a few of its threads wait for a disk. `endMs`
 * is how many milliseconds a thread may take to end; a busy computer needs seconds.
 */
export function createImportThreads(start: StartThread, endMs: number = LIMITS.fileMs): ImportThreads {
  const ends = createThreadEnds(endMs);
  return { use: (signal, work) => withThread(start, ends, signal, work) };
}

async function withThread<Value>(
  start: StartThread,
  ends: ThreadEnds,
  signal: AbortSignal,
  work: (thread: ImportThread) => Promise<Value>,
): Promise<Value> {
  let started: StartedThread | null = null;
  let isOver = false;
  const end = async (): Promise<void> => {
    if (started === null) return;
    ends.begin(started);
    started = null;
    await ends.settle(signal);
  };
  const request: StartedThread['request'] = async (...asked) => {
    if (started === null) {
      await ends.settle(signal);
      if (isOver || ends.areOpen()) return fail(new WorkerError('An import thread waits for its disk'));
      started ??= start();
    }
    return started.request(...asked);
  };
  try {
    return await work({ request, end, isStuck: ends.isStuck });
  } finally {
    isOver = true;
    await end();
  }
}
