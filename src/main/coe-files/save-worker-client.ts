import type { ReplaceAtOnce, ReplacedAtOnce } from '#main/disk/replace-at-once.ts';
import { createWorkerClient } from '#main/worker/worker-client.ts';

/** The task of the worker that saves. */
export type SaveTasks = { readonly 'replace-file': { request: ReplaceAtOnce; answer: ReplacedAtOnce } };

/** Replaces files in a worker. */
export type SaveWorker = {
  /** Null if the worker died: the file may have the old bytes or the new ones. */
  readonly replace: (request: ReplaceAtOnce) => Promise<ReplacedAtOnce | null>;
  readonly close: () => Promise<void>;
};

/** Creates a client of the worker at `url`, which starts with the first request. */
export function createSaveWorker(url: URL): SaveWorker {
  const client = createWorkerClient<SaveTasks>({ name: 'save', url });
  return {
    replace: async (request) => {
      const answered = await client.request('replace-file', request);
      return answered.ok ? answered.value : null;
    },
    close: client.close,
  };
}
