import { z } from 'zod';

import { CHECK_RESULT_IDS, STATUS_IDS, type StatusId } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time/calendar-date.ts';

import { itemIdSchema } from './ids.ts';

const date = calendarDateSchema.nullable();
const action = { coeId: coeIdSchema, actionId: itemIdSchema };

/** What main lets through about whether fixes held. */
export const CHECK_REQUESTS = {
  /** Adds an answer. "Not yet tested" has to say when to ask again. `coeId` in it is the COE that told, where a repeat did. */
  'actions:answer-check': z
    .strictObject({
      ...action,
      check: z.strictObject({
        on: calendarDateSchema,
        result: z.enum(CHECK_RESULT_IDS),
        chances: z.number().int().min(0).max(100_000).nullable(),
        note: z.string().max(4000),
        coeId: coeIdSchema.nullable(),
      }),
      nextCheckDate: date,
    })
    .refine(({ check, nextCheckDate }) => check.result !== 'not-yet-tested' || nextCheckDate !== null),
  /** Takes an answer back that was given by mistake. `before` is what answering said had been. */
  'actions:undo-check': z.strictObject({
    ...action,
    checkId: itemIdSchema,
    before: z.strictObject({ checkDate: date, status: z.enum(STATUS_IDS) }),
  }),
} as const;

export type CheckAnswers = {
  'actions:answer-check': {
    revision: string;
    checkId: string;
    /** Where the COE stands now. */
    status: StatusId;
    before: { checkDate: CalendarDate | null; status: StatusId };
  };
  'actions:undo-check': { revision: string };
};
