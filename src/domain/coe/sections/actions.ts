import { z } from 'zod';

import { coeIdSchema } from '../../ids.ts';
import { calendarDateSchema } from '../../time/calendar-date.ts';
import { choice, row, sectionBasics, words } from '../row.ts';
import { ACTION_STATUS_IDS, CHECK_RESULT_IDS, PRIORITY_IDS, PURPOSE_IDS, STRENGTH_IDS } from '../vocabulary.ts';

const date = calendarDateSchema.nullable().default(null);

/**
 * One answer to "did it hold?". An action keeps all answers; its own `result` and `chances` are those of the last one.
 * `chances` is how often it could have happened again. `coeId` is the repeat that gave the answer; null for a check.
 */
export const checkSchema = row({
  on: calendarDateSchema,
  result: z.enum(CHECK_RESULT_IDS),
  chances: z.number().int().min(0).nullable().default(null),
  note: words,
  coeId: coeIdSchema.nullable().default(null),
});
export type Check = z.infer<typeof checkSchema>;

/**
 * One action. `causeId` is the id of the why or the condition it addresses; dates are calendar dates without a zone.
 * `dueWords`, `doneOnWords` and `checkDateWords` are what the writer typed when it could not be read as that date; see
 * action-dates.ts.
 * `proposedBy` is the name of the coach who proposed it; empty for the writer's own.
 */
export const actionSchema = row({
  text: words,
  purpose: choice(PURPOSE_IDS),
  strength: choice(STRENGTH_IDS),
  owner: words,
  due: date,
  dueWords: words,
  priority: choice(PRIORITY_IDS),
  doneWhen: words,
  causeId: z.string().nullable().default(null),
  status: z.enum(ACTION_STATUS_IDS).default('open'),
  declinedReason: words,
  doneOn: date,
  doneOnWords: words,
  checkDate: date,
  checkDateWords: words,
  checkQuestion: words,
  checkHow: words,
  result: choice(CHECK_RESULT_IDS),
  chances: z.number().int().min(0).nullable().default(null),
  checks: z.array(checkSchema).default([]),
  proposedBy: words,
});
export type Action = z.infer<typeof actionSchema>;

/** The plan; `premortem` is the answer to CLOSING_QUESTION. */
export const actionsSchema = z.looseObject({
  ...sectionBasics,
  items: z.array(actionSchema).default([]),
  premortem: words,
});
