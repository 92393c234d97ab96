import { Notification, powerMonitor } from 'electron';

import { calendarDateAt } from '#domain/time/calendar-date.ts';
import type { Settings } from '#ipc/settings.ts';
import type { Library } from '#main/library/library-api.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';
import type { AppState } from '#main/settings/app-state.ts';

import { createReminders } from './reminders.ts';

/** What the app gives the reminders. */
export type StartRemindersDeps = {
  readonly settings: () => Settings;
  readonly places: SettingsStore<AppState>;
  readonly library: () => Library | null;
  readonly zone: () => string;
  /** Brings the window to the front, with what is due in it. */
  readonly openToday: () => void;
};

const EVERY_MS = 60_000;
/** Long enough for the library to have been read. */
const AFTER_START_MS = 15_000;

/** Reminds once a day, by the system's own notifications. Nothing of it goes over any network. */
export function startReminders({ settings, places, library, zone, openToday }: StartRemindersDeps): void {
  const { check } = createReminders({
    settings,
    now: () => ({ day: calendarDateAt(Date.now(), zone()), time: wallTime(zone()) }),
    today: () => {
      const open = library();
      const isReady = open !== null && open.state().status === 'ready' && !open.state().isExamples;
      return isReady ? open.today(calendarDateAt(Date.now(), zone()), zone()) : null;
    },
    lastShown: () => places.value().remindedOn,
    recordShown: (day) => void places.change({ remindedOn: day }),
    show: (words) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification(words);
      notification.on('click', openToday);
      notification.show();
    },
  });
  // A timer that is set for a time of day is wrong after a sleep, a flight or a change of the clock; looking often is not.
  setInterval(check, EVERY_MS).unref();
  setTimeout(check, AFTER_START_MS).unref();
  powerMonitor.on('resume', check);
  powerMonitor.on('unlock-screen', check);
}

const wallTime = (zone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    Date.now(),
  );
