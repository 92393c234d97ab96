import { parentPort, workerData } from 'node:worker_threads';

import { createSpeller } from './speller.ts';
import type { SpellingAnswer, SpellingQuestion, SpellingWorkerData } from './spelling-tasks.ts';

/** The thread that holds the dictionaries: reading one takes a moment, and suggesting words another. */
const speller = createSpeller((workerData as SpellingWorkerData).folder);

parentPort?.on('message', (question: SpellingQuestion) => {
  const { number, task, request } = question;
  const asked =
    task === 'check'
      ? speller.check(request.languages, request.words)
      : speller.suggest(request.languages, request.word);
  const say = (answer: string[]): void => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    parentPort?.postMessage({ number, answer } satisfies SpellingAnswer);
  };
  // Without its dictionary a language knows no mistakes: nothing is marked, and writing goes on.
  asked.then(say, () => say([]));
});
