/** A pause longer than this does not count as writing. */
const LONGEST_PAUSE_MS = 60_000;

/** The minutes spent writing, plus the time since the last change unless that was a pause. Not rounded. */
export function addWritingTime(minutes: number, lastChangeAt: number | null, now: number): number {
  if (lastChangeAt === null || now - lastChangeAt > LONGEST_PAUSE_MS) return minutes;
  return minutes + Math.max(0, now - lastChangeAt) / 60_000;
}

/** Rounded to tenths of a minute, as it is written to the file. */
export const roundedMinutes = (minutes: number): number => Math.round(minutes * 10) / 10;
