import { z } from 'zod';

/** How a date of three numbers is written and read: 14/5/2026, 5/14/2026 or 2026/5/14. */
export const DATE_ORDERS = ['day-first', 'month-first', 'year-first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** Whether a time of day is written 21:30 or 9:30 PM. */
export const CLOCKS = ['24-hour', '12-hour'] as const;
export type Clock = (typeof CLOCKS)[number];

/** How a person writes and reads dates and times. */
export const dateStyleSchema = z.strictObject({ order: z.enum(DATE_ORDERS), clock: z.enum(CLOCKS) }).readonly();
export type DateStyle = z.infer<typeof dateStyleSchema>;

/**
 * The style of what other people may read, such as exported files and titles, and of a person about whom nothing is
 * known: 14 May 2026, 21:30. With its month in words, nobody takes it for another day.
 */
export const PLAIN_DATE_STYLE: DateStyle = { order: 'day-first', clock: '24-hour' };

/** The style of a locale such as `en-US`; the plain one for a locale that this runtime does not know. */
export function dateStyleOf(locale: string): DateStyle {
  try {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeStyle: 'short', numberingSystem: 'latn' });
    const first = format.formatToParts(0).find(({ type }) => type === 'day' || type === 'month' || type === 'year');
    return {
      order: first?.type === 'month' ? 'month-first' : first?.type === 'year' ? 'year-first' : 'day-first',
      clock: format.resolvedOptions().hour12 === true ? '12-hour' : '24-hour',
    };
  } catch {
    return PLAIN_DATE_STYLE;
  }
}
