/** The months as they are written out, and the short forms that stand in lists. */
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
export const SHORT_MONTHS = MONTHS.map((name) => name.slice(0, 3));
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The number of a month from the first letters of its name, three at least; null when it is none. */
export function monthFrom(word: string): number | null {
  const start = word.toLowerCase().replace(/\.$/, '');
  if (start.length < 3) return null;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(start === 'sept' ? 'sep' : start));
  return index < 0 ? null : index + 1;
}

/** The number of a weekday, 1 for Monday, from the first letters of its name, three at least; null when it is none. */
export function weekdayFrom(word: string): number | null {
  const start = word.toLowerCase().replace(/\.$/, '');
  if (start.length < 3) return null;
  const index = WEEKDAYS.findIndex((name) => name.toLowerCase().startsWith(start));
  return index < 0 ? null : index + 1;
}
