import { quantity } from '../text/format.ts';
import { type CalendarDate, daysBetween } from './calendar-date.ts';
import { dateInOrder } from './date-in-order.ts';
import type { DateStyle } from './date-style.ts';
import { MONTHS } from './month-names.ts';

const MAX_DAYS = 60;

/** A day, without the year when it is this year: "3 March", "3 March 2027", or "March 3, 2027" in another order. */
export function formatDay(date: CalendarDate, today: CalendarDate, { order }: DateStyle): string {
  const [year = '', month = '1', day = '1'] = date.split('-');
  const shownYear = year === today.slice(0, 4) ? '' : year;
  return dateInOrder(Number(day), MONTHS[Number(month) - 1] ?? '', shownYear, order);
}

/** A day relative to today: "today", "tomorrow", "in 12 days", "12 days ago", "in 5 months". */
export function formatRelativeDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  const length = formatDayCount(Math.abs(days));
  return days > 0 ? `in ${length}` : `${length} ago`;
}

/** A number of days, in months or full years when it is large: "1 day", "12 days", "5 months", "2 years". */
export function formatDayCount(days: number): string {
  return days <= MAX_DAYS ? quantity(days, 'day') : monthsOrYears(days);
}

/** Both: "3 March, in 12 days". */
export const formatDayAndDistance = (date: CalendarDate, today: CalendarDate, dates: DateStyle): string =>
  `${formatDay(date, today, dates)}, ${formatRelativeDay(date, today)}`;

function monthsOrYears(days: number): string {
  // One day is for years without a 29 February.
  const years = Math.floor((days + 1) / 365.25);
  return years < 2 ? `${Math.min(23, Math.round(days / 30.44))} months` : `${years} years`;
}
