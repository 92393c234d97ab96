import { z } from 'zod';

/** A time of day, `HH:MM`, from 00:00 to 23:59. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
