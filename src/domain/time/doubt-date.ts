import type { CalendarDate } from './calendar-date.ts';
import type { Moment } from './moment.ts';

const EARLIEST_YEAR = 1900;
/** Years: a date farther ahead than this is more often a slip than a plan. */
const FAR_AHEAD = 20;

/**
 * A question about a date that is possible but unlikely; null when there is none. `date` is a whole date or starts with
 * a year. `expects` is what the date is of: something that happened, or something planned. It never blocks anything.
 */
export function doubtDate(date: string, today: CalendarDate, expects: 'past' | 'plan'): string | null {
  if (date === '') return null;
  const year = Number(date.slice(0, 4));
  if (year < EARLIEST_YEAR) return `${date.slice(0, 4)} is long ago. Is the year right?`;
  if (year > Number(today.slice(0, 4)) + FAR_AHEAD) return `${year} is far ahead. Is the year right?`;
  if (expects === 'plan') return null;
  // Dates with four digits for the year are in order as texts.
  const day = date.slice(0, 10);
  return day > today.slice(0, day.length) ? 'That is in the future. Is the date right?' : null;
}

/** The same about a moment of something that happened. An unknown time raises no question. */
export const doubtMoment = (moment: Moment, today: CalendarDate): string | null =>
  doubtDate(moment.value, today, 'past');
