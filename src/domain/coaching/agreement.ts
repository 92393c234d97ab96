import { z } from 'zod';

import { calendarDateSchema } from '../time/calendar-date.ts';

/**
 * Something that a coach agreed on with a person. `on` is the day of the agreement; `share` and `seq` say on which copy
 * it is based, null for none. `checkDate` is when both look whether it held. Only the coach has it.
 */
export const agreementSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  text: z.string().max(4_000),
  on: calendarDateSchema,
  due: calendarDateSchema.nullable(),
  checkDate: calendarDateSchema.nullable(),
  share: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .nullable(),
  seq: z.number().int().min(1).nullable(),
  isDone: z.boolean(),
});
export type Agreement = z.infer<typeof agreementSchema>;
