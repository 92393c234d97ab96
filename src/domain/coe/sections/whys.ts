import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';
import { CONTROL_IDS, type ControlId, WHY_ENDING_IDS, type WhyEndingId } from '../vocabulary.ts';

/**
 * One answer to "why?", with the answers to why that was so beneath it. An answer may have several: a chain that cannot
 * branch is the best known fault of the five whys.
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

export const whySchema: z.ZodType<Why> = row({
  text: words,
  evidence: words,
  control: choice(CONTROL_IDS),
  mark: choice(WHY_ENDING_IDS),
  whys: z.array(z.lazy(() => whySchema)).default([]),
});

/** 5 whys: one tree for why it happened, one for why it was not noticed sooner. */
export const whysSchema = z.looseObject({
  ...sectionBasics,
  happened: z.array(whySchema).default([]),
  unnoticed: z.array(whySchema).default([]),
});
