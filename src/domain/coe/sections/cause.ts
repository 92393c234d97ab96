import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { CONTROL_IDS, ERROR_KIND_IDS, SAFEGUARD_PURPOSE_IDS, SAFEGUARD_STATE_IDS, TRIGGER_IDS } from '../vocabulary.ts';

/** A condition that had been waiting. `condition` is an id of the taxonomy or the person's own word. */
export const contributingConditionSchema = row({
  condition: z.string().default(''),
  control: choice(CONTROL_IDS),
  knownBefore: z.boolean().nullable().default(null),
  note: words,
});
export type ContributingCondition = z.infer<typeof contributingConditionSchema>;

/** Something that should have prevented, noticed, contained or recovered, and what it did. */
export const safeguardSchema = row({
  text: words,
  purpose: choice(SAFEGUARD_PURPOSE_IDS),
  state: choice(SAFEGUARD_STATE_IDS),
});
export type Safeguard = z.infer<typeof safeguardSchema>;

/** What was the root cause? The trigger apart from the conditions, and both apart from the safeguards: that makes trends. */
export const causeSchema = z.looseObject({
  ...sectionBasics,
  trigger: choice(TRIGGER_IDS),
  triggerNote: words,
  errorKind: choice(ERROR_KIND_IDS),
  conditions: z.array(contributingConditionSchema).default([]),
  safeguards: z.array(safeguardSchema).default([]),
});
