import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';

/** One step that was taken, and what it did. */
export const mitigationStepSchema = row({ text: words });

/** How did you mitigate it? */
export const mitigatedSchema = z.looseObject({
  ...sectionBasics,
  steps: z.array(mitigationStepSchema).default([]),
  lasting: choice(['temporary', 'lasting']),
  helpers: words,
  knewItWorked: words,
  halve: words,
});
