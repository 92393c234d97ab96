import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { IMPACT_AREA_IDS } from '../vocabulary.ts';

/** One cost. The amount is kept as it was typed ("about 40", "3"), with its unit beside it. */
export const costSchema = row({
  area: choice(IMPACT_AREA_IDS),
  what: words,
  amount: words,
  unit: words,
  estimate: z.boolean().default(false),
});
export type Cost = z.infer<typeof costSchema>;

/** A feeling in the writer's word, 0 to 10, on the day and now. Personal kinds only. */
export const feelingSchema = row({
  word: words,
  onTheDay: z.number().min(0).max(10).nullable().default(null),
  now: z.number().min(0).max(10).nullable().default(null),
});
export type Feeling = z.infer<typeof feelingSchema>;

/** What was the impact? Everything else it cost. */
export const impactSchema = z.looseObject({
  ...sectionBasics,
  costs: z.array(costSchema).default([]),
  feelings: z.array(feelingSchema).default([]),
});
