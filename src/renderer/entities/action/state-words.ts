import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import type { ActionRow } from '#ipc/action-list.ts';

import { formatDayAndDistance, formatDay } from '#domain/time/format-day.ts';

/**
 * The state of an action as text: its due date while it is open, afterwards when it was done or why it was declined.
 */
export function stateWords(row: ActionRow, today: CalendarDate, dates: DateStyle): string {
  switch (row.state) {
    case 'open':
    case 'overdue':
      if (row.dueWords !== '') return `due “${row.dueWords}”`;
      return row.due === null ? 'no due date' : `due ${formatDayAndDistance(row.due, today, dates)}`;
    case 'done':
    case 'waiting-for-check':
      if (row.doneOnWords !== '') return `done “${row.doneOnWords}”`;
      return row.doneOn === null ? 'done' : `done ${formatDay(row.doneOn, today, dates)}`;
    case 'declined':
      return row.declinedReason.trim() === '' ? 'declined' : `declined: ${row.declinedReason.trim()}`;
  }
}

/** The result of the check or its date, as text. Empty when there is no check. */
export function checkWords(row: ActionRow, today: CalendarDate, dates: DateStyle): string {
  if (row.state === 'declined') return '';
  const result = CHECK_RESULTS.find(({ id }) => id === row.result);
  if (result !== undefined && result.id !== 'not-yet-tested') return `checked: ${result.label.toLowerCase()}`;
  if (row.checkDateWords !== '') return `check on “${row.checkDateWords}”`;
  if (row.checkDate === null) return result === undefined ? '' : 'checked: not yet tested';
  const isLate = row.checkDate < today;
  return `${isLate ? 'check was due' : 'check on'} ${formatDayAndDistance(row.checkDate, today, dates)}`;
}
