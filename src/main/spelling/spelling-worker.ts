import { workerData } from 'node:worker_threads';

import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createSpeller } from './speller.ts';
import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';

/* The thread that holds the dictionaries: reading one takes a moment, and so does suggesting words. */
const speller = createSpeller((workerData as SpellingWorkerData).folder);

/** Without its dictionary a language knows no mistakes: nothing is marked, and writing goes on. */
const none = (): string[] => [];

serveTasks<SpellingTasks>({
  check: ({ languages, words }) => speller.check(languages, words).catch(none),
  suggest: ({ languages, word }) => speller.suggest(languages, word).catch(none),
});
