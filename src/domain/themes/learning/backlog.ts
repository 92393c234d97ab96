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
  /** The first period that ends after a day. The last one ends with today, inclusive. */
  const firstAfter = (day: CalendarDate): number => firstOf(ends, (end) => day < end || (day === end && end === today));
  const days: number[] = [];
  let undated = 0;
  yield* visitEach(summaries, ({ actions, createdAt }, coe) => {
    if (actions.length === 0) return;
    const began = createdAt.slice(0, 10);
    const from = firstAfter(began);
    for (const { status, due, doneOn } of actions) {
      if (status === 'declined') continue;
      if (status === 'done' && doneOn === null) undated += 1;
      if (status === 'done' && doneOn === null) continue;
      if (doneOn !== null && status === 'done' && doneOn >= began) days.push(daysBetween(began, doneOn));
      const until = doneOn !== null && status === 'done' ? firstAfter(doneOn) : ends.length;
      const late = due === null ? until : firstOf(ends, (end) => due < end);
      for (let period = from; period < until; period += 1) {
        const counted = (period < late ? open : overdue)[period];
        if (counted !== undefined) countFew(counted, coe);
      }
    }
  });
  return { open, overdue, undated, daysToClose: median(days), closed: days.length };
}

/** The index of the first end that passes, or their number. Every end after one that passes must pass too. */
function firstOf(ends: readonly CalendarDate[], passes: (end: CalendarDate) => boolean): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (passes(ends[middle] ?? '')) high = middle;
    else low = middle + 1;
  }
  return low;
}

function countFew(counted: CoeCount, coe: number): void {
  if (counted.coes.length < MAX_LISTED) addToCount(counted, coe);
  else counted.count += 1;
}
