/** January first. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** The first three letters of each month. */
export const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));
/** Monday first, as in ISO 8601. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The number of a month, from 1, given at least the first three letters of its name; null for anything else. */
export function monthFrom(word: string): number | null {
  const start = word.toLowerCase().replace(/\.$/, '');
  if (start.length < 3) return null;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(start === 'sept' ? 'sep' : start));
  return index < 0 ? null : index + 1;
}

/**
 * The number of a weekday, 1 for Monday, given at least the first three letters of its name; null for anything else.
 */
export function weekdayFrom(word: string): number | null {
  const start = word.toLowerCase().replace(/\.$/, '');
  if (start.length < 3) return null;
  const index = WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(start));
  return index < 0 ? null : index + 1;
}
