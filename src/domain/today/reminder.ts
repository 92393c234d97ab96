import { joinList, plural, quantity } from '../text/format.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { countDue, type Today } from './today.ts';

/** What decides whether to show a reminder now. Times are local, `HH:MM`. */
export type ReminderSituation = {
  readonly isOn: boolean;
  readonly at: string;
  readonly now: { readonly day: CalendarDate; readonly time: string };
  /** The day of the last reminder; null when there was none. */
  readonly lastShown: CalendarDate | null;
};

/**
 * Whether it is time for the reminder of the day. The next reminder includes everything that fell due while the
 * computer was asleep. A clock set back shows no reminder twice, and one set far ahead silences them only until it is
 * corrected.
 */
export function isReminderDue({ isOn, at, now, lastShown }: ReminderSituation): boolean {
  return isOn && now.time >= at && lastShown !== now.day;
}

/** The texts of a reminder; null when nothing is due. Titles appear only if the settings allow it. */
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
