import type { ActionItem } from '../actions/action-item.ts';
import type { CoeSummary } from '../catalogue/coe-summary.ts';
import type { CalendarDate } from '../time/calendar-date.ts';

/** What is shown of a COE on Today. */
export type TodayCoe = Pick<CoeSummary, 'id' | 'title' | 'kind' | 'happened' | 'severity'>;

/** A draft to come back to: `lookAgain` is the day that was set for it, else it was left alone for `idleDays`. */
export type UnfinishedDraft = TodayCoe & { revisitOn: CalendarDate | null; idleDays: number };

/** A COE with something still open that shares conditions with what is being written. */
export type RelatedCoe = TodayCoe & { openActions: number; shared: string[]; draft: { id: string; title: string } };

/** A COE that happened on this day some years ago. */
export type Anniversary = TodayCoe & { years: number };

/** The first of a list, and how many there are in all. */
export type Preview<Item> = { items: Item[]; total: number };

/** What is brought back on a day. A COE's action stands in one list only, and so does a draft. */
export type Today = {
  /** The day it was made for, where the person lives. */
  day: CalendarDate;
  checks: Preview<ActionItem>;
  overdue: Preview<ActionItem>;
  dueSoon: Preview<ActionItem>;
  drafts: Preview<UnfinishedDraft>;
  related: Preview<RelatedCoe>;
  anniversaries: Preview<Anniversary>;
};

/** How many things there are. */
export const countToday = ({ checks, overdue, dueSoon, drafts, related, anniversaries }: Today): number =>
  [checks, overdue, dueSoon, drafts, related, anniversaries].reduce((sum, { total }) => sum + total, 0);

/** How many of them are due: what a reminder counts. Drafts and old days are only offered. */
export const countDue = ({ day, checks, overdue, dueSoon }: Today): { checks: number; actions: number } => ({
  checks: checks.total,
  actions: overdue.total + dueSoon.items.filter(({ due }) => due === day).length,
});
