import { z } from 'zod';

import { momentSchema, unknownMoment } from '../../time/moment.ts';
import { choice, sectionBasics, words } from '../row.ts';
import { DETECTOR_IDS, SIGNAL_IDS } from '../vocabulary.ts';

/**
 * Who noticed, and what happened to the signal. `earliest` is when it could first have been noticed; `halve` is an idea
 * to halve the time.
 */
export const noticedSchema = z.looseObject({
  ...sectionBasics,
  by: choice(DETECTOR_IDS),
  channel: words,
  signal: choice(SIGNAL_IDS),
  earliest: momentSchema.prefault(unknownMoment),
  halve: words,
});
