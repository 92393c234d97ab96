import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { isReminderDue, reminderText } from '#domain/today/reminder.ts';
import type { Today } from '#domain/today/today.ts';
import type { Settings } from '#ipc/settings.ts';

/** What the daily reminder needs. */
export type ReminderDeps = {
  readonly settings: () => Pick<Settings, 'reminders' | 'reminderTime' | 'titlesInReminders'>;
  /** The current local day and time of day (`HH:mm`). */
  readonly now: () => { readonly day: CalendarDate; readonly time: string };
  /** What is due; null if no library is ready, or if it holds the examples. */
  readonly today: () => Today | null;
  readonly lastShown: () => CalendarDate | null;
  readonly recordShown: (day: CalendarDate) => void;
  readonly show: (words: { title: string; body: string }) => void;
};

/**
 * Shows one reminder a day, at or after the set time, if something is due. Call `check` regularly, after a start, and
 * when the computer wakes. If nothing is due, a later check on the same day can still show it.
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
