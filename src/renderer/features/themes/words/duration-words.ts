import { describeDuration } from '#domain/time/describe-duration.ts';

/** A length of time as it stands in a sentence. Nothing at all is "at once": noticed in the minute it began. */
export const durationWords = (minutes: number): string => (minutes === 0 ? 'at once' : describeDuration(minutes));
