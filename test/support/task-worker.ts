import { resourceLimits } from 'node:worker_threads';

import { serveTasks } from '#main/worker/serve-tasks.ts';

/** Tasks for tests of the worker protocol. */
export type TestTasks = {
  remember: { request: { text: string }; answer: null };
  recall: { request: null; answer: string };
  count: { request: { steps: number }; answer: string };
  throw: { request: null; answer: null };
  die: { request: null; answer: null };
  tell: { request: { event: string }; answer: null };
  limit: { request: null; answer: number | undefined };
};

let remembered = '';

const emit = serveTasks<TestTasks>({
  remember: ({ text }) => {
    remembered = text;
    return null;
  },
  recall: () => remembered,
  count: async ({ steps }, onProgress) => {
    for (let done = 1; done <= steps; done += 1) onProgress({ done, total: steps });
    return 'done';
  },
  throw: () => {
    throw new TypeError('a private word');
  },
  die: () => process.exit(1),
  tell: ({ event }) => {
    emit(event);
    return null;
  },
  limit: () => resourceLimits.maxYoungGenerationSizeMb,
});
