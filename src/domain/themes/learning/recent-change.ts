import { Temporal } from 'temporal-polyfill';

import type { CoeSummary } from '../../catalogue/coe-summary.ts';
import type { CalendarDate } from '../../time/calendar-date.ts';
import { type Steps, visitEach } from '../../steps.ts';
import type { RecentChange } from './learning-data.ts';

const MONTHS = 3;
/** The change in COEs from which a condition stands out. */
const MIN_CHANGE = 2;

/**
 * Compares the three months up to today with the three before. Calendar quarters would compare one that has just begun
 * with a whole one. COEs known only to the year, or not at all, count in neither.
 */
export function* recentChange(summaries: readonly CoeSummary[], today: CalendarDate): Steps<RecentChange> {
  const end = Temporal.PlainDate.from(today);
  const start = end.subtract({ months: MONTHS }).toString();
  const before = end.subtract({ months: 2 * MONTHS }).toString();
  const change: RecentChange = {
    coes: { now: 0, before: 0 },
    repeats: { now: 0, before: 0 },
    checks: { answered: 0, held: 0 },
    condition: null,
  };
  const conditions = new Map<string, { now: number; before: number }>();
  yield* visitEach(summaries, ({ happened, links, actions, conditions: named }) => {
    for (const { checks } of actions) {
      for (const { on, result } of checks) {
        if (on <= start || on > today || result === 'not-yet-tested') continue;
        change.checks.answered += 1;
        if (result === 'held') change.checks.held += 1;
      }
    }
    const when = sideOf(happened.precision === 'unknown' || happened.precision === 'year' ? '' : happened.value);
    if (when === null) return;
    change.coes[when] += 1;
    if (links.some(({ type }) => type === 'same-cause')) change.repeats[when] += 1;
    for (const condition of new Set(named.map((each) => each.condition))) {
      const counts = conditions.get(condition) ?? { now: 0, before: 0 };
      counts[when] += 1;
      conditions.set(condition, counts);
    }
  });
  const most = [...conditions]
    .map(([condition, counts]) => ({ condition, ...counts }))
    .toSorted((one, other) => Math.abs(other.now - other.before) - Math.abs(one.now - one.before))[0];
  if (most !== undefined && Math.abs(most.now - most.before) >= MIN_CHANGE) change.condition = most;
  return change;

  /** A month counts as its first day; null outside the six months. */
  function sideOf(value: string): 'now' | 'before' | null {
    if (value === '') return null;
    const day = value.length === 7 ? `${value}-01` : value.slice(0, 10);
    if (day > today || day <= before) return null;
    return day > start ? 'now' : 'before';
  }
}
