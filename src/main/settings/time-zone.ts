import { dayZone } from '#domain/time/day-zone.ts';

/** The IANA time zone of the settings, or the computer's when `chosen` is empty or unknown here. */
export const zoneInUse = (chosen: string): string =>
  dayZone(chosen, new Intl.DateTimeFormat().resolvedOptions().timeZone);
