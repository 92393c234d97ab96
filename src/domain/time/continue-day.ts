import { Temporal } from 'temporal-polyfill';

const A_NIGHT = 8 * 60;
const MAX_OF_A_DAY = 20 * 60;

/**
 * The day, `YYYY-MM-DD`, of a clock time `HH:MM` that is typed after a row at `previous`, `YYYY-MM-DDTHH:MM`.
 *
 * People write a story forwards, and now and then add something they forgot. So the time stays on the previous day
 * unless that puts it far from the previous row:
 *
 * - 8 hours earlier or more, a night, is the next day: 00:02 after 23:51, and 9:00 after 17:00;
 * - more than 20 hours later is the day before: 23:50 after 00:05, which was forgotten and comes late;
 * - anything else is the same day: 8:00 after 9:30, typed out of order, and 21:00 after 8:00.
 */
export function continueDay(previous: string, time: string): string {
  const day = previous.slice(0, 10);
  const later = minutesOf(time) - minutesOf(previous.slice(11));
  if (later <= -A_NIGHT) return addDays(day, 1);
  return later > MAX_OF_A_DAY ? addDays(day, -1) : day;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
