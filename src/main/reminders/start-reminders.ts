import { Notification, powerMonitor } from 'electron';

import { ownNames } from '#domain/actions/own-work.ts';
import { calendarDateAt } from '#domain/time/calendar-date.ts';
import { timeOfDayAt } from '#domain/time/time-of-day.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Library } from '#main/library/library-api.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import type { AppState } from '#main/settings/app-state.ts';

import { createReminders } from './reminders.ts';

/** What the reminders need from the app. */
export type StartRemindersDeps = {
  readonly settings: () => Settings;
  readonly appState: SettingsStore<AppState>;
  readonly library: () => Library | null;
  readonly zone: () => string;
  /** Whether a library is a team's: the reminder then goes by what is the person's own. */
  readonly isTeam: (library: Library) => boolean;
  /** Brings the window to the front, on the Today screen. */
  readonly openToday: () => void;
};

const EVERY_MS = 60_000;
/** Long enough for the library to be read. */
const AFTER_START_MS = 15_000;

/** Starts the daily reminder, which shows a system notification. Uses no network. */
export function startReminders({ settings, appState, library, zone, isTeam, openToday }: StartRemindersDeps): void {
  const { check } = createReminders({
    settings,
    now: () => ({ day: calendarDateAt(Date.now(), zone()), time: timeOfDayAt(Date.now(), zone()) }),
    today: () => {
      const open = library();
      const isReady = open !== null && open.state().status === 'ready' && !open.state().isExamples;
      if (!isReady) return null;
      const { authorName, aliases } = settings();
      const names = isTeam(open) ? ownNames(authorName, aliases) : undefined;
      return open.today(calendarDateAt(Date.now(), zone()), zone(), names);
    },
    lastShown: () => appState.value().remindedOn,
    recordShown: (day) => void appState.change({ remindedOn: day }),
    show: (words) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification(words);
      notification.on('click', openToday);
      notification.show();
    },
  });
  // A timer set for a time of day would be wrong after sleep, a flight or a clock change. Frequent checks are not.
  setInterval(check, EVERY_MS).unref();
  setTimeout(check, AFTER_START_MS).unref();
  powerMonitor.on('resume', check);
  powerMonitor.on('unlock-screen', check);
}
