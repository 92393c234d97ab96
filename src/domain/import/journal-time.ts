import { Temporal } from 'temporal-polyfill';

import { calendarDateAt, isCalendarDate } from '../time/calendar-date.ts';
import { dayMoment, isKnownZone, type Moment, minuteMoment } from '../time/moment.ts';
import { atInstant } from '../time/parse-moment.ts';
import type { ImportOptions } from './imported-report.ts';

/** An instant of a source as files store it: ISO 8601 in UTC. Null for a text that is no instant. */
export function instantOf(text: string): string | null {
  try {
    const { epochMilliseconds } = Temporal.Instant.from(text.trim());
    const instant = new Date(epochMilliseconds).toISOString();
    return /^\d{4}-/.test(instant) ? instant : null;
  } catch {
    return null;
  }
}

/** The zone that times without one are in. */
export const zoneOf = ({ zone, zoneFallback }: ImportOptions): string => zone ?? zoneFallback;

/** An instant as a minute in a zone. */
export const minuteAt = (instant: string, zone: string): Moment => atInstant(Date.parse(instant), zone);

/** The day of an instant in a zone, which must be known. */
export const dayAt = (instant: string, zone: string): Moment => dayMoment(calendarDateAt(Date.parse(instant), zone));

/**
 * A time of a source that has no zone: `2020-08-21T10:30:00`, `2020-08-21 10:30` or `2020-08-21`. A minute is in the
 * zone of the options, and `zoneAsked` is true. Null for a text that is no time.
 */
export function floatingTime(text: string, options: ImportOptions): { moment: Moment; zoneAsked: boolean } | null {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?)?$/.exec(text.trim());
  const [, day = '', time] = parts ?? [];
  if (!isCalendarDate(day)) return null;
  if (time === undefined) return { moment: dayMoment(day), zoneAsked: false };
  try {
    return { moment: minuteMoment(`${day}T${time}`, zoneOf(options)), zoneAsked: true };
  } catch {
    return null;
  }
}

/** Says that times had no zone, and in which they were read, unless a person chose one for the import. */
export const zoneDoubts = (zoneAsked: boolean, options: Pick<ImportOptions, 'zone' | 'zoneFallback'>): string[] =>
  zoneAsked && options.zone === null ? [`No time zone is named; times were read as ${options.zoneFallback}.`] : [];

/** A zone that a source names: the name if it is known here, else null. */
export const knownZone = (name: string): string | null => (name !== '' && isKnownZone(name) ? name : null);
