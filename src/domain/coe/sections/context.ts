import { z } from 'zod';

import { sectionBasics, words } from '../row.ts';

/**
 * What a newcomer needs to know. `stateThen` and `confidenceThen` are about the day itself, from 1 (worst) to 5 (best).
 */
export const contextSchema = z.looseObject({
  ...sectionBasics,
  expected: words,
  different: words,
  stateThen: z.number().int().min(1).max(5).nullable().default(null),
  stateWords: words,
  confidenceThen: z.number().int().min(1).max(5).nullable().default(null),
});
