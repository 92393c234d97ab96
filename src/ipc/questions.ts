import { z } from 'zod';

import { type OwnQuestions, ownQuestionsSchema, type QuestionsFault } from '#domain/questions/own-questions.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/**
 * The own questions of the open library. With a `fault` the file could not be read, and the built-in questions are
 * used. A broken file stays as it is until the next change moves it to `set-aside`; nothing changes one of a newer
 * version.
 */
export type OwnQuestionsState = {
  questions: OwnQuestions;
  fault: QuestionsFault['reason'] | null;
  readOnly: boolean;
};

/** The channels of own questions. */
export const QUESTION_CHANNELS = {
  'questions:read': { request: z.strictObject({}), answer: typeOf<OwnQuestionsState>() },
  /** Saves `questions`, which come from `base`. Merges them if the file has changed since. */
  'questions:change': {
    request: z.strictObject({ ...inLibrary, base: ownQuestionsSchema, questions: ownQuestionsSchema }),
    answer: typeOf<OwnQuestionsState>(),
  },
} as const satisfies Contracts;
