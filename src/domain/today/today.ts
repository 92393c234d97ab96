import type { ActionItem } from '../actions/action-item.ts';
import type { CoeSummary, SourceSummary } from '../catalogue/coe-summary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/** What Today shows of a COE. */
export type TodayCoe = Pick<CoeSummary, 'id' | 'title' | 'kind' | 'happened' | 'severity'>;

/** A COE to return to. `revisitOn` is its revisit date, or null; `idleDays` is the days since it last changed. */
export type WaitingCoe = TodayCoe & { revisitOn: CalendarDate | null; idleDays: number };

/** A draft from quick capture that nobody has continued yet. `notedOn` is the day it was written down. */
export type CapturedDraft = TodayCoe & { notedOn: CalendarDate };

/** A COE to go on writing. `idleDays` is the days since it last changed. */
export type RecentCoe = TodayCoe & { idleDays: number };

/** A COE with open actions that shares conditions with a draft that is being written. */
export type RelatedCoe = TodayCoe & { openActions: number; shared: string[]; draft: { id: string; title: string } };

/** A journal entry that was imported and that nobody has made a COE of. `format` is the app it came from. */
export type ImportedEntry = TodayCoe & { format: SourceSummary['format'] };

/** A COE that happened on this day, `years` ago. */
export type Anniversary = TodayCoe & { years: number };

/** The first items of a list, and the number of all items. */
export type Preview<Item> = { items: Item[]; total: number };

/** What to show on a day. Each action and each draft is in one list only. */
export type Today = {
  /** The day in the person's time zone. */
  day: CalendarDate;
  /** What was written in the last days, the last one first. Nothing is due for these. */
  recent: Preview<RecentCoe>;
  captured: Preview<CapturedDraft>;
  checks: Preview<ActionItem>;
  overdue: Preview<ActionItem>;
  dueSoon: Preview<ActionItem>;
  drafts: Preview<WaitingCoe>;
  /** COEs that are no drafts and whose revisit date has come. */
  revisits: Preview<WaitingCoe>;
  /** Journal entries to make COEs of, the newest first. They wait, but nothing is due for them. */
  imported: Preview<ImportedEntry>;
  related: Preview<RelatedCoe>;
  anniversaries: Preview<Anniversary>;
};

/** The number of all items that ask for something, so without what was written or imported. */
export const countToday = ({
  captured,
  checks,
  overdue,
  dueSoon,
  drafts,
  revisits,
  related,
  anniversaries,
}: Today): number =>
  [captured, checks, overdue, dueSoon, drafts, revisits, related, anniversaries].reduce(
    (sum, { total }) => sum + total,
    0,
  );

/** The number of due checks and actions, for a reminder. Actions due in the next days do not count. */
export const countDue = ({ day, checks, overdue, dueSoon }: Today): { checks: number; actions: number } => ({
  checks: checks.total,
  actions: overdue.total + dueSoon.items.filter(({ due }) => due === day).length,
});
