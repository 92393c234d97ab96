import { afterWeekday, dateInOrder } from './date-in-order.ts';
import type { DateStyle } from './date-style.ts';
import { formatTimeOfDay } from './time-of-day.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Cached, because making a formatter takes far longer than using it. */
function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZone: zone,
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

function partsOf(instant: string, zone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const parts = formatterFor(zone).formatToParts(Date.parse(instant));
  return (type) => parts.find((part) => part.type === type)?.value ?? '';
}

/**
 * The date of an instant (ISO 8601) in a zone: `23 November 2026`, or `November 23, 2026`. Throws a RangeError for an
 * unknown zone.
 */
export function formatDate(instant: string, zone: string, { order }: DateStyle): string {
  const part = partsOf(instant, zone);
  return dateInOrder(Number(part('day')), part('month'), part('year'), order);
}

/** The same with its weekday: `Monday 23 November 2026`. */
export const formatWeekdayAndDate = (instant: string, zone: string, dates: DateStyle): string =>
  afterWeekday(partsOf(instant, zone)('weekday'), formatDate(instant, zone, dates), dates.order);

/** The time of day of an instant in a zone: `09:30`, or `9:30 AM`. */
export function formatTime(instant: string, zone: string, { clock }: DateStyle): string {
  const part = partsOf(instant, zone);
  return formatTimeOfDay(`${part('hour')}:${part('minute')}`, clock);
}

/** `23 November 2026, 09:30`. */
export const formatDateAndTime = (instant: string, zone: string, dates: DateStyle): string =>
  `${formatDate(instant, zone, dates)}, ${formatTime(instant, zone, dates)}`;
