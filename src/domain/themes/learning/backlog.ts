import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import { type CalendarDate, daysBetween } from '../../time/calendar-date.ts';
import { addToCount, emptyCount } from '../coe-count.ts';
import { median } from '../median.ts';
import type { CoeCount, Period } from '../themes-data.ts';
import { type Steps, visitEach } from '../../steps.ts';
import type { LearningData } from './learning-data.ts';

/**
 * More COEs than this behind one mark are only counted: nobody reads such a list, and it would have to cross to the
 * page.
 */
const MAX_LISTED = 300;

/**
 * The actions open and overdue at the end of each period, and the median days to close one. An action opens when its
 * COE was created and closes on the day it was done. Declined actions are left out, and done ones without a day are
 * only counted.
 */
export function* measureBacklog(
  summaries: readonly CoeSummary[],
  periods: readonly Period[],
  today: CalendarDate,
): Steps<LearningData['backlog']> {
  const ends = periods.map((_, index) => {
    const next = periods[index + 1]?.start;
    return next === undefined || next > today ? today : next;
  });
  const open = ends.map(() => emptyCount());
  const overdue = ends.map(() => emptyCount());
  const days: number[] = [];
  let undated = 0;
  yield* visitEach(summaries, ({ actions, createdAt }, coe) => {
    const began = createdAt.slice(0, 10);
    for (const { status, due, doneOn } of actions) {
      if (status === 'declined') continue;
      if (status === 'done' && doneOn === null) undated += 1;
      if (status === 'done' && doneOn === null) continue;
      if (doneOn !== null && status === 'done' && doneOn >= began) days.push(daysBetween(began, doneOn));
      ends.forEach((end, period) => {
        // A period ends before the next one begins; the last one ends with today, inclusive.
        const isNow = end === today;
        if (isNow ? began > end : began >= end) return;
        if (status === 'done' && doneOn !== null && (isNow ? doneOn <= end : doneOn < end)) return;
        const counted = due !== null && due < end ? overdue[period] : open[period];
        if (counted !== undefined) countFew(counted, coe);
      });
    }
  });
  return { open, overdue, undated, daysToClose: median(days), closed: days.length };
}

function countFew(counted: CoeCount, coe: number): void {
  if (counted.coes.length < MAX_LISTED) addToCount(counted, coe);
  else counted.count += 1;
}
