import { describeDuration } from '#domain/time/describe-duration.ts';

const HOUR = 60;
/** From here on minutes say nothing more. */
const LONG = 10 * HOUR;

/** A length of time as it stands in a sentence. Nothing at all is "at once": noticed in the minute it began. */
export function durationWords(minutes: number): string {
  if (minutes === 0) return 'at once';
  return describeDuration(minutes < LONG ? minutes : Math.round(minutes / HOUR) * HOUR);
}
