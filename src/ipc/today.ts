import { z } from 'zod';

import { coeIdSchema } from '#domain/ids.ts';
import { calendarDateSchema } from '#domain/time/calendar-date.ts';
import type { Today } from '#domain/today/today.ts';

/** What main lets through about what is due, and when to come back to something. */
export const TODAY_REQUESTS = {
  'today:read': z.strictObject({}),
  /** When a draft is to be brought back; null for no particular day. */
  'coe:set-revisit-date': z.strictObject({ coeId: coeIdSchema, on: calendarDateSchema.nullable() }),
  /** Saves the days on which something is due as a calendar file, with what it is about or without. */
  'calendar:save': z.strictObject({ withWords: z.boolean() }),
} as const;

export type TodayAnswers = {
  'today:read': Today;
  'coe:set-revisit-date': { revision: string };
  'calendar:save': { fileName: string; count: number };
};
