import { Temporal } from 'temporal-polyfill';

import type { Clock } from './date-style.ts';
import { extractTime } from './extract-time.ts';
import { timeOfDaySchema } from './time-of-day-schema.ts';

/** The time of day, `HH:MM`, of an instant in a time zone. Throws a RangeError if the zone is unknown. */
export const timeOfDayAt = (epochMs: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });

/** The time of day, `HH:MM`, that a person typed: `9`, `9:30 pm`, `21.30`, `noon`; null for any other text. */
export function readTimeOfDay(text: string): string | null {
  const { rest, time } = extractTime(text.trim(), { isHour: true });
  return rest.trim() === '' ? (timeOfDaySchema.safeParse(time).data ?? null) : null;
}

/** A time of day, `HH:MM`, by the clock of a person: `21:30` or `9:30 PM`. */
export function formatTimeOfDay(time: string, clock: Clock): string {
  if (clock === '24-hour') return time;
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}:${time.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`;
}
