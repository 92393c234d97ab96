import { z } from 'zod';

import { momentSchema, unknownMoment } from '../../time/moment.ts';
import { choice, row, sectionBasics, words } from '../row.ts';
import { EFFECT_IDS, MILESTONE_IDS } from '../vocabulary.ts';

/** One thing that happened. `mark` says that this is when it began, was noticed, told, mitigated or resolved. */
export const timelineEntrySchema = row({
  when: momentSchema.prefault(unknownMoment),
  what: words,
  mark: choice(MILESTONE_IDS),
  evidence: words,
  knewThen: words,
  effect: choice(EFFECT_IDS),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** What is the timeline? */
export const timelineSchema = z.looseObject({ ...sectionBasics, entries: z.array(timelineEntrySchema).default([]) });
