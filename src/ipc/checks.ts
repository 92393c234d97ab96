import { z } from 'zod';

import { CHECK_RESULT_IDS, STATUS_IDS, type StatusId } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time/calendar-date.ts';

import { itemIdSchema } from './ids.ts';

const date = calendarDateSchema.nullable();
const action = { coeId: coeIdSchema, actionId: itemIdSchema };

/** The request schemas for effectiveness checks of actions. */
export const CHECK_REQUESTS = {
  /**
   * Adds the result of a check. `not-yet-tested` requires a `nextCheckDate`. `check.coeId` is the COE that showed the
   * result, if a repeat did, else null.
   */
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
  /** Undoes a check result. `before` is the `before` that adding it returned. */
  'actions:undo-check': z.strictObject({
    ...action,
    checkId: itemIdSchema,
    before: z.strictObject({ checkDate: date, status: z.enum(STATUS_IDS) }),
  }),
} as const;

/** The successful results of the check channels. `before` is the state to restore on undo. */
export type CheckAnswers = {
  'actions:answer-check': {
    revision: string;
    checkId: string;
    /** The status of the COE after the change. */
    status: StatusId;
    before: { checkDate: CalendarDate | null; status: StatusId };
  };
  'actions:undo-check': { revision: string };
};
