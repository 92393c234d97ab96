import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/** Tells whether a string is a day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** A calendar date, `YYYY-MM-DD`. It is a string and never an instant, so it does not move when a person flies. */
export const calendarDateSchema = z.string().refine(isCalendarDate, 'is not a date written YYYY-MM-DD');
export type CalendarDate = string;

/** The calendar date, in a zone, of an instant in milliseconds. */
export const calendarDateAt = (epochMs: number, zone: string): CalendarDate =>
  Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
