import { z } from 'zod';

import { CHECK_RESULT_IDS, STATUS_IDS, type StatusId } from '#domain/coe/vocabulary.ts';
import { coeIdSchema } from '#domain/ids.ts';
import { type CalendarDate, calendarDateSchema } from '#domain/time/calendar-date.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary, itemIdSchema } from './ids.ts';

const date = calendarDateSchema.nullable();
const action = { ...inLibrary, coeId: coeIdSchema, actionId: itemIdSchema };

/** The channels of effectiveness checks of actions. */
export const CHECK_CHANNELS = {
  /**
   * Adds the result of a check. `not-yet-tested` requires a `nextCheckDate`. `check.coeId` is the COE that showed the
   * result, if a repeat did, else null. The answer's `before` is the state to restore on undo.
   */
  'actions:answer-check': {
    request: z
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
    answer: typeOf<{
      revision: string;
      checkId: string;
      /** The status of the COE after the change. */
      status: StatusId;
      before: { checkDate: CalendarDate | null; checkDateWords: string; status: StatusId };
    }>(),
  },
  /** Undoes a check result. `before` is the `before` that adding it returned. */
  'actions:undo-check': {
    request: z.strictObject({
      ...action,
      checkId: itemIdSchema,
      before: z.strictObject({ checkDate: date, checkDateWords: z.string().max(20_000), status: z.enum(STATUS_IDS) }),
    }),
    answer: typeOf<{ revision: string }>(),
  },
} as const satisfies Contracts;
