import { describeDuration } from '#domain/time/describe-duration.ts';

const HOUR = 60;
/** From here on, durations are rounded to hours. */
const LONG = 10 * HOUR;

/** A duration for within a sentence. 0 is "at once": within the same minute. */
export function durationWords(minutes: number): string {
  if (minutes === 0) return 'at once';
  return describeDuration(minutes < LONG ? minutes : Math.round(minutes / HOUR) * HOUR);
}
