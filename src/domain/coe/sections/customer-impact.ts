import { z } from 'zod';

import { row, sectionBasics, words } from '../row.ts';

/** One group of people served or let down. `level` uses the severity scale, 0 to 3; `howMany` is kept as typed. */
export const affectedGroupSchema = row({
  who: words,
  howMany: words,
  affected: words,
  level: z.number().int().min(0).max(3).nullable().default(null),
  told: z.boolean().nullable().default(null),
  putRight: z.boolean().nullable().default(null),
});
export type AffectedGroup = z.infer<typeof affectedGroupSchema>;

/** The people affected, group by group, from their side. */
export const customerImpactSchema = z.looseObject({
  ...sectionBasics,
  groups: z.array(affectedGroupSchema).default([]),
});
