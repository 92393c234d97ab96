import { z } from 'zod';

import type { JudgedRule } from '#domain/advice/wording/judged-rules.ts';

import { type Contracts, typeOf } from './channel-contract.ts';

/** The most sentences of one request: the answer comes while the person goes on writing. */
export const MAX_JUDGED = 16;

/** The channel of the checks that need more than the page has. */
export const ADVICE_CHANNELS = {
  /**
   * The rules that each sentence is judged to be about, in the order of the sentences. Null without the sentence encoder,
   * or if it failed: then phrases decide.
   */
  'advice:judge': {
    request: z.strictObject({ sentences: z.array(z.string().min(1).max(1000)).max(MAX_JUDGED) }),
    answer: typeOf<{ rules: JudgedRule[][] | null }>(),
  },
} as const satisfies Contracts;
