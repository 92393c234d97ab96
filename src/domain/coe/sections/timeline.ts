import { z } from 'zod';

import { momentSchema, unknownMoment } from '../../time/moment.ts';
import { choice, row, sectionBasics, words } from '../row.ts';
import { EFFECT_IDS, MILESTONE_IDS } from '../vocabulary.ts';

/** One event. `mark` is the milestone that it is, or null; at most one entry has each milestone. */
export const timelineEntrySchema = row({
  when: momentSchema.prefault(unknownMoment),
  what: words,
  mark: choice(MILESTONE_IDS),
  evidence: words,
  knewThen: words,
  effect: choice(EFFECT_IDS),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

/** Entries are stored in the order they were added and sorted for display; see orderEntries. */
export const timelineSchema = z.looseObject({ ...sectionBasics, entries: z.array(timelineEntrySchema).default([]) });
