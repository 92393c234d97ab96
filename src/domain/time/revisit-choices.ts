import { Temporal } from 'temporal-polyfill';

import type { CalendarDate } from './calendar-date.ts';

/** When to show a draft again, from soon to late. */
export const REVISIT_CHOICES = [
  { id: 'tomorrow', label: 'Tomorrow', days: 1 },
  { id: 'in-3-days', label: 'In three days', days: 3 },
  { id: 'next-week', label: 'In a week', days: 7 },
  { id: 'next-month', label: 'In a month', days: 30 },
] as const;

/** The calendar date a number of days after another. */
export const addDays = (from: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(from).add({ days }).toString();
