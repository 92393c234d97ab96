import { z } from 'zod';

import { calendarDateSchema } from '../../time/calendar-date.ts';
import { choice, row, sectionBasics, words } from '../row.ts';
import { ACTION_STATUS_IDS, CHECK_RESULT_IDS, PRIORITY_IDS, PURPOSE_IDS, STRENGTH_IDS } from '../vocabulary.ts';

const date = calendarDateSchema.nullable().default(null);

/** One thing that will change. `causeId` names the why or the condition it answers; dates are calendar dates. */
export const actionSchema = row({
  text: words,
  purpose: choice(PURPOSE_IDS),
  strength: choice(STRENGTH_IDS),
  owner: words,
  due: date,
  priority: choice(PRIORITY_IDS),
  doneWhen: words,
  causeId: z.string().nullable().default(null),
  status: z.enum(ACTION_STATUS_IDS).default('open'),
  declinedReason: words,
  doneOn: date,
  checkDate: date,
  checkQuestion: words,
  result: choice(CHECK_RESULT_IDS),
  chances: z.number().int().min(0).nullable().default(null),
});
export type Action = z.infer<typeof actionSchema>;

/** What are you going to do so it doesn't happen again? `premortem` answers the closing question of every kind. */
export const actionsSchema = z.looseObject({
  ...sectionBasics,
  items: z.array(actionSchema).default([]),
  premortem: words,
});
