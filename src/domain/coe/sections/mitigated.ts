import { z } from 'zod';

import { choice, row, sectionBasics, words } from '../row.ts';

/** One step that was taken, and what it did, in one text. */
export const mitigationStepSchema = row({ text: words });

/** `knewItWorked` is how the writer could tell; `halve` is an idea that would have halved the time. */
export const mitigatedSchema = z.looseObject({
  ...sectionBasics,
  steps: z.array(mitigationStepSchema).default([]),
  lasting: choice(['temporary', 'lasting']),
  helpers: words,
  knewItWorked: words,
  halve: words,
});
