import { z } from 'zod';

import { sectionBasics, words } from '../row.ts';

/** Additional context: what a newcomer must know, what was expected, and the writer's state at the time (1 worst to 5 best). */
export const contextSchema = z.looseObject({
  ...sectionBasics,
  expected: words,
  different: words,
  stateThen: z.number().int().min(1).max(5).nullable().default(null),
  stateWords: words,
  confidenceThen: z.number().int().min(1).max(5).nullable().default(null),
});
