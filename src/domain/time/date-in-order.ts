import type { DateOrder } from './date-style.ts';

/**
 * A date with its month in words, in the order of a person: `14 May 2026`, `May 14, 2026` or `2026 May 14`; without an
 * empty year `14 May` or `May 14`.
 */
export function dateInOrder(day: number, month: string, year: string, order: DateOrder): string {
  if (order === 'day-first') return `${day} ${month} ${year}`.trim();
  if (order === 'year-first') return `${year} ${month} ${day}`.trim();
  return year === '' ? `${month} ${day}` : `${month} ${day}, ${year}`;
}

/** A weekday before such a date: `Thursday 14 May 2026`; with a comma where the month is first. */
export const afterWeekday = (weekday: string, date: string, order: DateOrder): string =>
  order === 'month-first' ? `${weekday}, ${date}` : `${weekday} ${date}`;
