import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A time of day, `HH:MM`, from 00:00 to 23:59. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The time of day, `HH:MM`, of an instant in a time zone. Throws a RangeError if the zone is unknown. */
export const timeOfDayAt = (epochMs: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
