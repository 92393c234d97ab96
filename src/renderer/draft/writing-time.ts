/** A pause longer than this is not writing. */
const LONGEST_PAUSE_MS = 60_000;

/** Adds to the minutes spent writing the time since the last change, when that was part of the same stretch. One decimal. */
export function addWritingTime(minutes: number, lastChangeAt: number | null, now: number): number {
  if (lastChangeAt === null || now - lastChangeAt > LONGEST_PAUSE_MS) return minutes;
  return minutes + Math.max(0, now - lastChangeAt) / 60_000;
}

/** As it is written to the file: tenths of a minute. */
export const roundedMinutes = (minutes: number): number => Math.round(minutes * 10) / 10;
