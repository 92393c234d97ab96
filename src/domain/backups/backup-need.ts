import type { CalendarDate } from '../time/calendar-date.ts';

/** What is known when the question is whether to back up by itself. */
export type BackupSituation = {
  /** The calendar date of the last good backup, in the person's zone; null when there is none. */
  readonly lastOn: CalendarDate | null;
  readonly lastCount: number;
  readonly today: CalendarDate;
  /** How many COEs the library has now. */
  readonly count: number;
  /** Whether anything in the library is another than in the last backup. */
  readonly isChanged: boolean;
};

/**
 * Whether a backup is made by itself: at most one a day, only when something changed, and never of a library that lost
 * most of its COEs since the last one. Then a person is asked, because the older backup may be the only place where
 * they still are.
 */
export function backupNeed(facts: BackupSituation): 'none' | 'due' | 'ask' {
  if (facts.lastOn === null) return facts.count > 0 ? 'due' : 'none';
  if (facts.lastOn === facts.today || !facts.isChanged) return 'none';
  return lostMost(facts.lastCount, facts.count) ? 'ask' : 'due';
}

/** Whether more than half of the COEs are gone. One or two that were deleted are no reason to worry anyone. */
export const lostMost = (before: number, now: number): boolean => before - now > 2 && now * 2 < before;
