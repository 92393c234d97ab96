import { fail } from '#domain/result.ts';
import { nullOnDiskError } from '#main/disk/disk-error.ts';
import { createTimeLimit } from '#main/disk/time-limit.ts';
import { type WorkerClient, WorkerError } from '#main/worker/worker-client.ts';

import type { ImportTasks } from './import-tasks.ts';

/** A thread that reads files of other apps. */
export type StartedThread = WorkerClient<ImportTasks>;
/** Starts such a thread. Called again for each one that was ended because a file took too long. */
export type StartThread = () => StartedThread;

/** The thread of one import. It starts with the first request, and another one with the first request after an end. */
export type ImportThread = {
  /** Fails while an ended thread still waits for its disk: another one would only wait too. */
  readonly request: StartedThread['request'];
  /** Ends the thread, and waits for that a second at most: one that waits for a disk ends when the disk answers. */
  readonly end: () => Promise<void>;
  /** Whether a thread that was ended still waits for its disk. */
  readonly isStuck: () => boolean;
};

/** A thread that waits for no disk ends in a few milliseconds. */
const END_MS = 1000;

/** Works with a thread, which is ended afterwards. */
export async function withImportThread<Value>(
  start: StartThread,
  work: (thread: ImportThread) => Promise<Value>,
): Promise<Value> {
  let started: StartedThread | null = null;
  const limit = createTimeLimit(END_MS);
  const end = async (): Promise<void> => {
    const ended = started;
    started = null;
    if (ended !== null) await limit.run(() => ended.close()).catch(nullOnDiskError);
  };
  const request: StartedThread['request'] = async (...asked) => {
    if (limit.isStuck()) return fail(new WorkerError('The import thread waits for its disk'));
    started ??= start();
    return started.request(...asked);
  };
  try {
    return await work({ request, end, isStuck: limit.isStuck });
  } finally {
    await end();
  }
}
