import { workerData } from 'node:worker_threads';

import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createSpeller } from './speller.ts';
import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/* The worker thread that holds the dictionaries, because loading one and suggesting words are slow. */
const speller = createSpeller((workerData as SpellingWorkerData).folder);

/** The answer if a dictionary cannot be loaded: no mistakes and no suggestions. */
const none = (): string[] => [];

serveTasks<SpellingTasks>({
  check: ({ languages, words }) => speller.check(languages, words).catch(none),
  suggest: ({ languages, word }) => speller.suggest(languages, word).catch(none),
});
