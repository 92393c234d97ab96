import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { IMPACT_AREA_IDS } from '../vocabulary.ts';

/** One cost. `amount` is kept as typed ("about 40", "3"); `unit` is separate. */
export const costSchema = row({
  area: choice(IMPACT_AREA_IDS),
  what: words,
  amount: words,
  unit: words,
  estimate: z.boolean().default(false),
});
export type Cost = z.infer<typeof costSchema>;

/** A feeling in the writer's own word, rated 0 to 10 on the day and now. For personal kinds only. */
export const feelingSchema = row({
  word: words,
  onTheDay: z.number().min(0).max(10).nullable().default(null),
  now: z.number().min(0).max(10).nullable().default(null),
});
export type Feeling = z.infer<typeof feelingSchema>;

/** Everything it cost besides the impact on customers. */
export const impactSchema = z.looseObject({
  ...sectionBasics,
  costs: z.array(costSchema).default([]),
  feelings: z.array(feelingSchema).default([]),
});
