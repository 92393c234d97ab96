import { z } from 'zod';

import { momentSchema, unknownMoment } from '../../time/moment.ts';
import { choice, sectionBasics, words } from '../row.ts';
import { DETECTOR_IDS, SIGNAL_IDS } from '../vocabulary.ts';

/** How did you notice it? Who raised the flag, and what became of the signal that was there. */
export const noticedSchema = z.looseObject({
  ...sectionBasics,
  by: choice(DETECTOR_IDS),
  channel: words,
  signal: choice(SIGNAL_IDS),
  earliest: momentSchema.prefault(unknownMoment),
  halve: words,
});
