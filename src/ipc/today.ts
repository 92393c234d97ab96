import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { Today } from '#domain/today/today.ts';

/** The request schemas of the Today screen and of the calendar export. */
export const TODAY_REQUESTS = {
  'today:read': z.strictObject({}),
  /** Sets the day on which a draft is shown again; null for no particular day. */
  'coe:set-revisit-date': z.strictObject({ coeId: coeIdSchema, on: calendarDateSchema.nullable() }),
  /** Saves due dates as a calendar file. `withWords` includes text of the COEs. */
  'calendar:save': z.strictObject({ withWords: z.boolean() }),
} as const;

/** The successful results of these channels. `count` is the number of events in the calendar file. */
export type TodayAnswers = {
  'today:read': Today;
  'coe:set-revisit-date': { revision: string };
  'calendar:save': { fileName: string; count: number };
};
