import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { CONTROL_IDS, type ControlId, WHY_ENDING_IDS, type WhyEndingId } from '../vocabulary.ts';

/**
 * One answer to "why?", with the answers to the next "why?" as children. It may have several, since a single chain is
 * the best-known weakness of the five whys. `mark` says how the branch ends; null while it does not end here.
 */
export type Why = {
  [unknownKey: string]: unknown;
  id: string;
  text: string;
  evidence: string;
  control: ControlId | null;
  mark: WhyEndingId | null;
  whys: Why[];
};

/** Recursive; the type is written out because Zod cannot infer it. */
export const whySchema: z.ZodType<Why> = row({
  text: words,
  evidence: words,
  control: choice(CONTROL_IDS),
  mark: choice(WHY_ENDING_IDS),
  whys: z.array(z.lazy(() => whySchema)).default([]),
});

/** Two trees: why it happened, and why it was not noticed sooner. */
export const whysSchema = z.looseObject({
  ...sectionBasics,
  happened: z.array(whySchema).default([]),
  unnoticed: z.array(whySchema).default([]),
});
