import { workerData } from 'node:worker_threads';

import { serveTasks } from '#main/worker/serve-tasks.ts';

import { createSpeller } from './speller.ts';
import type { SpellingTasks, SpellingWorkerData } from './spelling-tasks.ts';
import { tryDictionary } from './try-dictionary.ts';

/* The worker thread that holds the dictionaries, because loading one and suggesting words are slow. */
const speller = createSpeller(workerData as SpellingWorkerData);

/** The answer if a dictionary cannot be loaded: no mistakes and no suggestions. */
const none = (): string[] => [];

serveTasks<SpellingTasks>({
  check: ({ dictionaries, words }) => speller.check(dictionaries, words).catch(none),
  suggest: ({ dictionaries, word }) => speller.suggest(dictionaries, word).catch(none),
  try: ({ aff, dic }) => tryDictionary(aff, dic),
});
