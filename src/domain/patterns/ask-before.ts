import type { CalendarDate } from '../time/calendar-date.ts';
import type { Pattern } from './pattern.ts';

/**
 * Whether Today asks before the moment that a pattern names. `day` is today and `time` the time of day, `HH:MM`, both
 * in the person's time zone.
 */
export function isAskDue({ retiredOn, mergedInto, askBefore }: Pattern, day: CalendarDate, time: string): boolean {
  const { words, weekdays, from } = askBefore;
  if (retiredOn !== null || mergedInto !== null || words.trim() === '') return false;
  // Sunday is 0 in JavaScript and 7 here.
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return (weekdays.length === 0 || weekdays.includes(weekday)) && (from === null || time >= from);
}
