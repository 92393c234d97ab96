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

const MS_PER_DAY = 86_400_000;

/**
 * Whole days from one date to another; negative when the second is earlier. A date alone is parsed as midnight in UTC,
 * where every day has 24 hours: that is exact, and a hundred times faster than a calendar, which counts where every
 * action is asked.
 */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  (Date.parse(to) - Date.parse(from)) / MS_PER_DAY;

/**
 * Whether an instant in milliseconds is, in a zone, `days` or more before a date. Looks at the calendar of the zone
 * only where the clock leaves a doubt.
 */
export function isDaysBefore(epochMs: number, days: number, date: CalendarDate, zone: string): boolean {
  const about = (Date.parse(date) - epochMs) / MS_PER_DAY;
  // No zone is more than a day away from UTC.
  if (Math.abs(about - days) > 2) return about > days;
  return daysBetween(calendarDateAt(epochMs, zone), date) >= days;
}
