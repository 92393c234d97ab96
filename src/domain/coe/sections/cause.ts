import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { CONTROL_IDS, ERROR_KIND_IDS, SAFEGUARD_PURPOSE_IDS, SAFEGUARD_STATE_IDS, TRIGGER_IDS } from '../vocabulary.ts';

/**
 * A contributing condition. `condition` is one of CONDITION_IDS or the writer's own words; empty when not chosen yet.
 */
export const contributingConditionSchema = row({
  condition: z.string().default(''),
  control: choice(CONTROL_IDS),
  knownBefore: z.boolean().nullable().default(null),
  note: words,
});
export type ContributingCondition = z.infer<typeof contributingConditionSchema>;

/** A safeguard and what it did on the day. */
export const safeguardSchema = row({
  text: words,
  purpose: choice(SAFEGUARD_PURPOSE_IDS),
  state: choice(SAFEGUARD_STATE_IDS),
});
export type Safeguard = z.infer<typeof safeguardSchema>;

/** Trigger, conditions and safeguards are separate so that charts can show trends of each. */
export const causeSchema = z.looseObject({
  ...sectionBasics,
  trigger: choice(TRIGGER_IDS),
  triggerNote: words,
  errorKind: choice(ERROR_KIND_IDS),
  conditions: z.array(contributingConditionSchema).default([]),
  safeguards: z.array(safeguardSchema).default([]),
});
