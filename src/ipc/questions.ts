import { z } from 'zod';

import { type OwnQuestions, ownQuestionsSchema } from '#domain/questions/own-questions.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';

/**
 * The own questions of the open library. `isBroken` if the file could not be read: the built-in questions are used, and
 * the file stays as it is until the next change moves it to `set-aside`.
 */
export type OwnQuestionsState = { questions: OwnQuestions; isBroken: boolean; readOnly: boolean };

/** The channels of own questions. */
export const QUESTION_CHANNELS = {
  'questions:read': { request: z.strictObject({}), answer: typeOf<OwnQuestionsState>() },
  /** Saves `questions`, which come from `base`. Merges them if the file has changed since. */
  'questions:change': {
    request: z.strictObject({ ...inLibrary, base: ownQuestionsSchema, questions: ownQuestionsSchema }),
    answer: typeOf<OwnQuestionsState>(),
  },
} as const satisfies Contracts;
