import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { Today } from '#domain/today/today.ts';

import { type Contracts, typeOf } from './channel-contract.ts';
import { inLibrary } from './ids.ts';
import { WHOSE } from './whose.ts';

/** The channels of the Today screen and of the calendar export. */
export const TODAY_CHANNELS = {
  /** What is due. `mine` leaves out what others wrote or own, by the names in the settings. */
  'today:read': { request: z.strictObject({ whose: z.enum(WHOSE).optional() }), answer: typeOf<Today>() },
  /** Sets the day on which a draft is shown again; null for no particular day. */
  'coe:set-revisit-date': {
    request: z.strictObject({ ...inLibrary, coeId: coeIdSchema, on: calendarDateSchema.nullable() }),
    answer: typeOf<{ revision: string }>(),
  },
  /** Sets whether an imported COE still waits to be made a COE of. Fails with `not-found` for one not imported. */
  'coe:set-analysed': {
    request: z.strictObject({ ...inLibrary, coeId: coeIdSchema, analysed: z.boolean() }),
    answer: typeOf<{ revision: string }>(),
  },
  /** Saves due dates as a calendar file. `withWords` includes text of the COEs; `count` is the number of events. */
  'calendar:save': {
    request: z.strictObject({ withWords: z.boolean() }),
    answer: typeOf<{ fileName: string; count: number }>(),
  },
} as const satisfies Contracts;
