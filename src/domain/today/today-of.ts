import { type ActionItem, actionItemsOf } from '../actions/action-item.ts';
import { ownCoes, type OwnNames, withOwnActions } from '../actions/own-work.ts';
import { isCheckDue } from '../actions/check-state.ts';
import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { compareText } from '../text/compare.ts';
import { type CalendarDate, calendarDateAt, daysBetween, isDaysBefore } from '../time/calendar-date.ts';
import { anniversaryOf } from './anniversary.ts';
import { findRelated } from './find-related.ts';
import type { CapturedDraft, ImportedEntry, Preview, Today, TodayCoe, WaitingCoe } from './today.ts';

/** More items than this are only counted; the list of actions shows the rest. */
const MAX_ITEMS = 12;
/** Actions due within this many days are shown. */
const SOON_DAYS = 7;
/** A draft unchanged for this many days is shown again. */
const IDLE_DAYS = 3;
/** More than these were not left a moment ago. */
const MAX_RECENT = 3;
/** Enough of the imported entries to begin with one; there may be thousands. */
const MAX_IMPORTED = 3;

/**
 * What to show on a day: what was written in the last days, drafts from quick capture, checks and actions that are due,
 * idle drafts, finished COEs to look at again, imported journal entries, COEs with open actions related to an active
 * draft, and anniversaries. `zone` is the person's time zone, in which `day` is today. With `names`, only what the
 * person with these names wrote, and only actions that are theirs; an empty set means everything.
 */
export function todayOf(
  all: readonly CoeSummary[],
  day: CalendarDate,
  zone: string,
  names: OwnNames = new Set(),
): Today {
  const summaries = ownCoes(all, names);
  const items = withOwnActions(all, names).flatMap((summary) =>
    summary.actions.length === 0 ? [] : actionItemsOf(summary, day),
  );
  const checks = items.filter((item) => isCheckDue(item, day));
  const open = items.filter(({ status, due }) => status === 'open' && due !== null);
  const captured = summaries.filter(isUntouchedCapture);
  const drafts = summaries.filter((summary) => isBegun(summary) && isUnfinished(summary, day, zone));
  const recent = summaries
    .filter((summary) => isBegun(summary) && isRecent(summary, day, zone))
    .toSorted(byLastChanged);
  const imported = summaries.flatMap(importedEntry);
  const revisits = summaries.filter((summary) => isToRevisit(summary, day));
  const anniversaries = summaries.flatMap((summary) => {
    const years = anniversaryOf(summary, day);
    return years === null ? [] : [{ ...coeOf(summary), years }];
  });
  return {
    day,
    recent: first(
      recent.slice(0, MAX_RECENT).map((summary) => ({ ...coeOf(summary), idleDays: idleDays(summary, day, zone) })),
    ),
    captured: {
      items: first(captured.toSorted(byLastCreated)).items.map((summary) => noted(summary, zone)),
      total: captured.length,
    },
    checks: first(checks.toSorted(by(({ checkDate }) => checkDate))),
    overdue: first(open.filter(({ state }) => state === 'overdue').toSorted(by(({ due }) => due))),
    dueSoon: first(
      open
        .filter(({ state, due }) => state === 'open' && daysBetween(day, due ?? day) < SOON_DAYS)
        .toSorted(by(({ due }) => due)),
    ),
    drafts: {
      items: first(drafts.toSorted(byLastChanged)).items.map((summary) => waiting(summary, day, zone)),
      total: drafts.length,
    },
    revisits: {
      items: first(revisits.toSorted(byLastChanged)).items.map((summary) => waiting(summary, day, zone)),
      total: revisits.length,
    },
    imported: {
      items: imported
        .toSorted(byLastCreated)
        .slice(0, MAX_IMPORTED)
        .map(({ entry }) => entry),
      total: imported.length,
    },
    related: first(findRelated(summaries, day, zone)),
    anniversaries: first(
      anniversaries.toSorted((one, other) => one.years - other.years || (one.id < other.id ? -1 : 1)),
    ),
  };
}

/** The part of a summary that Today shows. */
export const coeOf = ({ id, title, kind, happened, severity }: CoeSummary): TodayCoe => ({
  id,
  title,
  kind,
  happened,
  severity,
});

/** Whether to show a draft: from its revisit date on, or without one when it was idle for some days. */
function isUnfinished({ status, lookAgain, updatedAt }: CoeSummary, day: CalendarDate, zone: string): boolean {
  if (status !== 'draft' && status !== 'reopened') return false;
  // A revisit date counts alone: the draft is not shown before it, and is shown then however recently it changed.
  return lookAgain === null ? isDaysBefore(Date.parse(updatedAt), IDLE_DAYS, day, zone) : lookAgain <= day;
}

/** Whether a draft is as quick capture left it: nobody has written in it or postponed it. */
const isUntouchedCapture = ({ captured, status, minutesWriting, lookAgain }: CoeSummary): boolean =>
  captured && status === 'draft' && minutesWriting === 0 && lookAgain === null;

/** Whether an imported COE is as the import left it. Thousands of them are not thousands of unfinished drafts. */
const isUntouchedImport = ({ source, minutesWriting, lookAgain }: CoeSummary): boolean =>
  source !== null && minutesWriting === 0 && lookAgain === null;

/** Whether a person has written in a draft or postponed it. */
const isBegun = (summary: CoeSummary): boolean => !isUntouchedCapture(summary) && !isUntouchedImport(summary);

/** A journal entry that waits to be made a COE, with what it is sorted by; nothing for any other COE. */
function importedEntry(summary: CoeSummary): { id: string; createdAt: string; entry: ImportedEntry }[] {
  const { id, createdAt, source } = summary;
  if (source === null || source.analysed) return [];
  return [{ id, createdAt, entry: { ...coeOf(summary), format: source.format } }];
}

const noted = (summary: CoeSummary, zone: string): CapturedDraft => ({
  ...coeOf(summary),
  notedOn: calendarDateAt(Date.parse(summary.createdAt), zone),
});

/** Whether the revisit date of a COE that is no draft has come. */
const isToRevisit = ({ status, lookAgain }: CoeSummary, day: CalendarDate): boolean =>
  status !== 'draft' && status !== 'reopened' && lookAgain !== null && lookAgain <= day;

/** Whether a COE is being written: changed within IDLE_DAYS, not yet reviewed, and not put off to a revisit date. */
const isRecent = ({ status, lookAgain, updatedAt }: CoeSummary, day: CalendarDate, zone: string): boolean =>
  (status === 'draft' || status === 'reopened' || status === 'ready') &&
  lookAgain === null &&
  !isDaysBefore(Date.parse(updatedAt), IDLE_DAYS, day, zone);

const idleDays = ({ updatedAt }: CoeSummary, day: CalendarDate, zone: string): number =>
  Math.max(0, daysBetween(calendarDateAt(Date.parse(updatedAt), zone), day));

const waiting = (summary: CoeSummary, day: CalendarDate, zone: string): WaitingCoe => ({
  ...coeOf(summary),
  revisitOn: summary.lookAgain,
  idleDays: idleDays(summary, day, zone),
});

type Created = Pick<CoeSummary, 'id' | 'createdAt'>;

const byLastCreated = (one: Created, other: Created): number =>
  compareText(other.createdAt, one.createdAt) || compareText(one.id, other.id);

/** Both are ISO instants in UTC, so they compare as strings. */
const byLastChanged = (one: CoeSummary, other: CoeSummary): number =>
  compareText(other.updatedAt, one.updatedAt) || compareText(one.id, other.id);

const first = <Item>(all: readonly Item[]): Preview<Item> => ({ items: all.slice(0, MAX_ITEMS), total: all.length });

/** Compares by a date, then by COE and action, so that the order is stable. */
const by =
  (date: (item: ActionItem) => CalendarDate | null) =>
  (one: ActionItem, other: ActionItem): number =>
    compareText(date(one) ?? '', date(other) ?? '') ||
    compareText(one.coeId, other.coeId) ||
    compareText(one.id, other.id);
