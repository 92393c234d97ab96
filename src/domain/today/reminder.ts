import { joinList, plural, quantity } from '../text/format.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { countDue, type Today } from './today.ts';

/** What decides whether a reminder is shown now. Times are what the clock on the wall says, `HH:MM`. */
export type ReminderSituation = {
  readonly isOn: boolean;
  readonly at: string;
  readonly now: { readonly day: CalendarDate; readonly time: string };
  /** The day the last one was shown. */
  readonly lastShown: CalendarDate | null;
};

/**
 * Whether it is time for the one reminder of the day. Whatever fell due while the computer slept is in the next one; a
 * clock that was set back shows none twice, and one that was set far ahead by mistake silences them no longer than
 * until it is put right.
 */
export function isReminderDue({ isOn, at, now, lastShown }: ReminderSituation): boolean {
  return isOn && now.time >= at && lastShown !== now.day;
}

/** What a reminder says; null when nothing is due. Titles stand in it only where that was chosen. */
export function reminderText(today: Today, mayShowTitles: boolean): { title: string; body: string } | null {
  const due = countDue(today);
  const parts = [
    due.checks === 0 ? '' : quantity(due.checks, 'check'),
    due.actions === 0 ? '' : quantity(due.actions, 'action'),
  ].filter((part) => part !== '');
  if (parts.length === 0) return null;
  const title = `${joinList(parts)} ${plural(due.checks + due.actions, 'is', 'are')} due`;
  if (!mayShowTitles) return { title, body: 'Open Once to see what.' };
  const first = today.checks.items[0] ?? today.overdue.items[0] ?? today.dueSoon.items[0];
  return { title, body: first === undefined ? '' : `${first.text.trim()} – ${first.coeTitle.trim()}` };
}
