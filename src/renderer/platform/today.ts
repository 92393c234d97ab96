import { useMemo, useSyncExternalStore } from 'react';
import { Temporal } from 'temporal-polyfill';

import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { dayZone, isZoneName } from '#domain/time/day-zone.ts';
import { timeOfDayAt } from '#domain/time/time-of-day.ts';
import type { Channel } from '#ipc/channels.ts';
import { DEFAULT_SETTINGS, type Settings } from '#ipc/settings.ts';

import { listen } from './bridge.ts';
import { invalidate, queryClient } from './queries.ts';
import { useSettings } from './settings.ts';

/** How long a reading is reused at most: the computer's zone may change, and timers run late after sleep. */
const A_MINUTE = 60_000;

/** The channels whose answers depend on the day and the zone. */
const BY_DAY: Channel[] = [
  'today:read',
  'actions:list',
  'themes:read',
  'patterns:histories',
  'people:read',
  'people:agenda',
];

type Reading = {
  /** The zone in the settings; empty for the computer's. */
  readonly chosen: string;
  readonly zone: string;
  readonly day: CalendarDate;
  /** `HH:MM`. */
  readonly time: string;
  /** The reading is valid from `from` until before `until`, in milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
};

let last: Reading | null = null;

/** The current day and zone. Cached, because every row of a list asks. */
function read(chosen: string): Reading {
  const now = Date.now();
  if (last === null || last.chosen !== chosen || now < last.from || now >= last.until) {
    const zone = dayZone(chosen, computerZone());
    const date = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
    const tomorrow = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    last = {
      chosen,
      zone,
      day: date.toString(),
      time: timeOfDayAt(now, zone),
      from: now,
      until: Math.min(tomorrow, now + A_MINUTE),
    };
  }
  return last;
}

/** The zone the computer reports, which need not be a known one (see `dayZone`). */
const computerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/**
 * Refetches what depends on the day when the day or the zone changes. It checks at midnight, every minute, and when the
 * window is shown or focused, because timers run late after sleep. Call once.
 */
export function watchDay(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let known: Reading | null = null;
  let announced: string | undefined;
  const check = (): void => {
    clearTimeout(timer);
    const settings = queryClient.getQueryData<Settings>(['settings:read', {}]) ?? DEFAULT_SETTINGS;
    const now = read(settings.zone);
    timer = setTimeout(check, Math.max(1, now.until - Date.now()));
    for (const listener of listeners) listener();
    if (known !== null && (known.day !== now.day || known.zone !== now.zone)) invalidate(BY_DAY);
    known = now;
  };
  // Wait until main has the new zone. Before that, it would answer for the old one.
  const stopListening = listen('settings:changed', ({ zone }) => {
    if (zone !== announced) invalidate(BY_DAY);
    announced = zone;
  });
  window.addEventListener('focus', check);
  document.addEventListener('visibilitychange', check);
  check();
  return () => {
    clearTimeout(timer);
    stopListening();
    window.removeEventListener('focus', check);
    document.removeEventListener('visibilitychange', check);
  };
}

/** Today's date, in the zone of `useZone`. Re-renders when it changes. */
export function useToday(): CalendarDate {
  const { zone: chosen } = useSettings();
  return useSyncExternalStore(subscribe, () => read(chosen).day);
}

/** The time of day, `HH:MM`, in the zone of `useZone`; up to a minute old. Re-renders when it changes. */
export function useTimeOfDay(): string {
  const { zone: chosen } = useSettings();
  return useSyncExternalStore(subscribe, () => read(chosen).time);
}

/** The zone that times are entered in and days are counted in: from the settings, or the computer's (see `dayZone`). */
export function useZone(): string {
  const { zone: chosen } = useSettings();
  return useSyncExternalStore(subscribe, () => read(chosen).zone);
}

/** The zone that `useZone` returns, for code that runs once. `chosen` is the zone in the settings. */
export const zoneNow = (chosen: string): string => read(chosen).zone;

/** The zone in the settings when this computer does not know it; else null. */
export function useUnknownZone(): string | null {
  const { zone: chosen } = useSettings();
  return useMemo(() => (chosen === '' || isZoneName(chosen) ? null : chosen), [chosen]);
}
