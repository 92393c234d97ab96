import { type ActionItem, actionItemsOf } from '../actions/action-item.ts';
import { isCheckDue } from '../actions/check-state.ts';
import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type CalendarDate, calendarDateAt, daysBetween, isDaysBefore } from '../time/calendar-date.ts';
import { anniversaryOf } from './anniversary.ts';
import { findRelated } from './find-related.ts';
import type { Preview, Today, TodayCoe, UnfinishedDraft } from './today.ts';

/** More than this many are only counted; the list of actions has the rest. */
const FIRST_FEW = 12;
/** An action is announced this many days ahead. */
const SOON_DAYS = 7;
/** A draft that nobody touched for so many days is offered again. */
const IDLE_DAYS = 3;

/**
 * What is brought back on a day: checks and actions that are due, drafts that were left, COEs with open actions like
 * what is being written, and what happened on this day in another year. `zone` is where the person's days are counted.
 */
export function todayOf(summaries: readonly CoeSummary[], day: CalendarDate, zone: string): Today {
  const items = summaries.flatMap((summary) => (summary.actions.length === 0 ? [] : actionItemsOf(summary, day)));
  const checks = items.filter((item) => isCheckDue(item, day));
  const open = items.filter(({ status, due }) => status === 'open' && due !== null);
  const drafts = summaries.filter((summary) => isUnfinished(summary, day, zone));
  const anniversaries = summaries.flatMap((summary) => {
    const years = anniversaryOf(summary, day);
    return years === null ? [] : [{ ...coeOf(summary), years }];
  });
  return {
    day,
    checks: first(checks.toSorted(by(({ checkDate }) => checkDate))),
    overdue: first(open.filter(({ state }) => state === 'overdue').toSorted(by(({ due }) => due))),
    dueSoon: first(
      open
        .filter(({ state, due }) => state === 'open' && daysBetween(day, due ?? day) < SOON_DAYS)
        .toSorted(by(({ due }) => due)),
    ),
    drafts: {
      items: first(drafts.toSorted(byLastTouched)).items.map((summary) => unfinished(summary, day, zone)),
      total: drafts.length,
    },
    related: first(findRelated(summaries, day, zone)),
    anniversaries: first(
      anniversaries.toSorted((one, other) => one.years - other.years || (one.id < other.id ? -1 : 1)),
    ),
  };
}

/** What is shown of a COE. */
export const coeOf = ({ id, title, kind, happened, severity }: CoeSummary): TodayCoe => ({
  id,
  title,
  kind,
  happened,
  severity,
});

/**
 * Whether a draft is to be offered again: on the day that was set for it, else when it was left alone for some days.
 */
function isUnfinished({ status, lookAgain, updatedAt }: CoeSummary, day: CalendarDate, zone: string): boolean {
  if (status !== 'draft' && status !== 'reopened') return false;
  // Who said when to come back is not asked before, and is asked then, however lately it was touched.
  return lookAgain === null ? isDaysBefore(Date.parse(updatedAt), IDLE_DAYS, day, zone) : lookAgain <= day;
}

const unfinished = (summary: CoeSummary, day: CalendarDate, zone: string): UnfinishedDraft => ({
  ...coeOf(summary),
  revisitOn: summary.lookAgain,
  idleDays: Math.max(0, daysBetween(calendarDateAt(Date.parse(summary.updatedAt), zone), day)),
});

/** Both are instants in UTC, written the same way. */
const byLastTouched = (one: CoeSummary, other: CoeSummary): number =>
  compare(other.updatedAt, one.updatedAt) || compare(one.id, other.id);

const first = <Item>(all: readonly Item[]): Preview<Item> => ({ items: all.slice(0, FIRST_FEW), total: all.length });

/** Orders by a date, and what has the same one by its COE and place, so that nothing jumps. */
const by =
  (date: (item: ActionItem) => CalendarDate | null) =>
  (one: ActionItem, other: ActionItem): number =>
    compare(date(one) ?? '', date(other) ?? '') || compare(one.coeId, other.coeId) || compare(one.id, other.id);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
