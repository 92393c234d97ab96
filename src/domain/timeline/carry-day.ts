import { Temporal } from 'temporal-polyfill';

import { instantRange } from '../time/instant-range.ts';
import type { Moment } from '../time/moment.ts';

/**
 * Where the day of a time comes from: the text, the time before it (or the start date), or a step over midnight that
 * nobody wrote down. `none` is a time that is unknown.
 */
export type DaySource = 'typed' | 'carried' | 'rolled-over' | 'none';

/** A time read on the assumption that it is on a given day. `isDayTyped` is true when the day made no difference. */
export type ReadTime = { readonly moment: Moment; readonly isDayTyped: boolean; readonly isZoneTyped: boolean };

/** Carries the day from one time to the next. */
export type DayCarrier = {
  /**
   * Decides the day of the next time. `read` reads it for a day, `YYYY-MM-DD`, and answers the same shape each time.
   */
  next: <Read extends ReadTime>(read: (day: string) => Read | null) => { read: Read; day: DaySource } | null;
  /** Continues from a time that a person has set. */
  continueFrom: (moment: Moment) => void;
};

const MINUTE_MS = 60_000;
const A_DAY = 24 * 60;
const HALF_A_DAY = A_DAY / 2;

/**
 * Creates a carrier that starts on a day, for times listed one after the other. A time of day stays on the day of the
 * time before it. Only when it would run backwards by more than twelve hours is it on the next day; in a list with the
 * newest first, one that runs forwards by more than twelve hours is on the day before. Between two zones, the nearest
 * day is taken.
 */
export function createDayCarrier(startDay: string, zone: string, isNewestFirst: boolean): DayCarrier {
  let day = startDay;
  let previous: { moment: Moment; isZoneTyped: boolean } | null = null;

  const minutesAfterPrevious = (moment: Moment, before: Moment): number =>
    ((instantRange(moment, zone)?.start ?? 0) - (instantRange(before, zone)?.start ?? 0)) / MINUTE_MS;

  function stepFor(read: (day: string) => ReadTime | null, onSameDay: ReadTime): number {
    if (previous === null) return 0;
    const before = previous.moment;
    const later = minutesAfterPrevious(onSameDay.moment, before);
    if (previous.isZoneTyped === onSameDay.isZoneTyped && before.zone === onSameDay.moment.zone) {
      if (isNewestFirst) return later > HALF_A_DAY ? -1 : 0;
      return later < -HALF_A_DAY ? 1 : 0;
    }
    const distance = (step: number): number => {
      const other = read(addDays(day, step));
      return other === null ? Number.POSITIVE_INFINITY : Math.abs(minutesAfterPrevious(other.moment, before));
    };
    return [0, 1, -1].reduce((best, step) => (distance(step) < distance(best) ? step : best));
  }

  const continueFrom = (moment: Moment, isZoneTyped = false): void => {
    if (moment.value.length < 10) return;
    day = moment.value.slice(0, 10);
    // After a day without a time of day, nothing says where in that day one is.
    previous = moment.precision === 'minute' ? { moment, isZoneTyped } : null;
  };

  return {
    next: (read) => {
      const first = read(day);
      if (first === null) return null;
      if (first.moment.precision === 'unknown') return { read: first, day: 'none' };
      if (first.isDayTyped || first.moment.precision !== 'minute') {
        continueFrom(first.moment, first.isZoneTyped);
        return { read: first, day: 'typed' };
      }
      const step = stepFor(read, first);
      const moved = step === 0 ? first : (read(addDays(day, step)) ?? first);
      day = addDays(day, step);
      previous = { moment: moved.moment, isZoneTyped: moved.isZoneTyped };
      return { read: moved, day: step === 0 ? 'carried' : 'rolled-over' };
    },
    continueFrom: (moment) => continueFrom(moment),
  };
}

/**
 * Whether a list of times of day, `HH:MM`, has the newest first: most short steps from one to the next go backwards. A
 * step of up to six hours is short, also over midnight.
 */
export function isNewestFirst(times: readonly string[]): boolean {
  const steps = times
    .slice(1)
    .map((time, index) => minutesOf(time) - minutesOf(times[index] ?? time))
    .map((minutes) => minutes - Math.round(minutes / A_DAY) * A_DAY)
    .filter((minutes) => Math.abs(minutes) <= A_DAY / 4);
  const back = steps.filter((minutes) => minutes < 0).length;
  return back >= 2 && back > steps.filter((minutes) => minutes > 0).length;
}

/** Whether a list of local times with their days has the newest first: two steps or more, and most, go backwards. */
export function areNewestFirst(times: readonly string[]): boolean {
  const steps = times.slice(1).map((time, index) => time.localeCompare(times[index] ?? time));
  const back = steps.filter((step) => step < 0).length;
  return back >= 2 && back > steps.filter((step) => step > 0).length;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const addDays = (day: string, days: number): string =>
  days === 0 ? day : Temporal.PlainDate.from(day).add({ days }).toString();
