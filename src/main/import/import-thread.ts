import type { WorkerClient } from '#main/worker/worker-client.ts';

import type { ImportTasks } from './import-tasks.ts';

/** A thread that reads files of other apps. */
export type StartedThread = WorkerClient<ImportTasks>;
/** Starts such a thread. Called again for each one that was ended because a file took too long. */
export type StartThread = () => StartedThread;

/** The thread of one import. It starts with the first request, and another one with the first request after an end. */
export type ImportThread = {
  readonly request: StartedThread['request'];
  readonly end: () => Promise<void>;
};

/** Works with a thread, which is ended afterwards. */
export async function withImportThread<Value>(
  start: StartThread,
  work: (thread: ImportThread) => Promise<Value>,
): Promise<Value> {
  let started: StartedThread | null = null;
  const end = async (): Promise<void> => {
    const ended = started;
    started = null;
    await ended?.close();
  };
  try {
    return await work({ request: (...asked) => (started ??= start()).request(...asked), end });
  } finally {
    await end();
  }
}
