import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { isReminderDue, reminderText } from '#domain/today/reminder.ts';
import type { Today } from '#domain/today/today.ts';
import type { Settings } from '#ipc/settings.ts';

/** What the reminder of the day needs to know, and whom it tells. */
export type ReminderDeps = {
  readonly settings: () => Pick<Settings, 'reminders' | 'reminderTime' | 'titlesInReminders'>;
  /** The day and the time on the wall where the person lives. */
  readonly now: () => { readonly day: CalendarDate; readonly time: string };
  /** What is due; null while nothing is known: no library is open, it is locked, or it holds the examples. */
  readonly today: () => Today | null;
  readonly lastShown: () => CalendarDate | null;
  readonly recordShown: (day: CalendarDate) => void;
  readonly show: (words: { title: string; body: string }) => void;
};

/**
 * Shows the one reminder of a day when its time has come and something is due. Call `check` now and then, when the computer
 * wakes, and after a start: what fell due meanwhile is in it. A day on which nothing is due stays open until something is.
 */
export function createReminders(deps: ReminderDeps): { readonly check: () => void } {
  return {
    check: () => {
      const { reminders, reminderTime, titlesInReminders } = deps.settings();
      const now = deps.now();
      if (!isReminderDue({ isOn: reminders, at: reminderTime, now, lastShown: deps.lastShown() })) return;
      const today = deps.today();
      const words = today === null ? null : reminderText(today, titlesInReminders);
      if (words === null) return;
      deps.recordShown(now.day);
      deps.show(words);
    },
  };
}
