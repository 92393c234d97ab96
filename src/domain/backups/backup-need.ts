import type { CalendarDate } from '../time/calendar-date.ts';

/** What decides whether an automatic backup is due. */
export type BackupSituation = {
  /** The day of the last good backup in the person's time zone; null when there is none. */
  readonly lastOn: CalendarDate | null;
  readonly lastCount: number;
  readonly today: CalendarDate;
  /** How many COEs the library has now. */
  readonly count: number;
  /** Whether the library differs from the last backup. */
  readonly isChanged: boolean;
};

/**
 * Whether an automatic backup is due: at most one a day, and only after a change. If the library lost most of its COEs
 * since the last backup, ask the person first, because that backup may be the only one that still has them.
 */
export function backupNeed(facts: BackupSituation): 'none' | 'due' | 'ask' {
  if (facts.lastOn === null) return facts.count > 0 ? 'due' : 'none';
  if (facts.lastOn === facts.today || !facts.isChanged) return 'none';
  return lostMost(facts.lastCount, facts.count) ? 'ask' : 'due';
}

/** Whether more than half of the COEs are gone, and more than two: deleting one or two is normal. */
export const lostMost = (before: number, now: number): boolean => before - now > 2 && now * 2 < before;
