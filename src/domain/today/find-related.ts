import type { CoeSummary } from '../catalogue/coe-summary.ts';
import { type CalendarDate, isDaysBefore } from '../time/calendar-date.ts';
import type { RelatedCoe } from './today.ts';

/** A draft changed within this many days counts as being written. */
const ACTIVE_DAYS = 7;
/** One shared condition is not enough: about half of all COEs share workload. */
const MIN_SHARED = 2;
const MAX_FOUND = 3;

/**
 * Up to three COEs with open actions that share conditions with an active draft: now may be the time for their actions.
 */
export function findRelated(summaries: readonly CoeSummary[], day: CalendarDate, zone: string): RelatedCoe[] {
  const drafts = summaries.filter(
    ({ status, updatedAt, conditions }) =>
      status === 'draft' &&
      conditions.length >= MIN_SHARED &&
      !isDaysBefore(Date.parse(updatedAt), ACTIVE_DAYS + 1, day, zone),
  );
  if (drafts.length === 0) return [];
  const found = summaries.flatMap((summary): RelatedCoe[] => {
    const openActions = summary.actions.filter(({ status }) => status === 'open').length;
    if (openActions === 0 || summary.status === 'draft') return [];
    const mine = new Set(summary.conditions.map(({ condition }) => condition));
    const best = drafts
      .filter(({ id }) => id !== summary.id)
      .map((draft) => ({
        draft,
        shared: [...new Set(draft.conditions.map(({ condition }) => condition))].filter((each) => mine.has(each)),
      }))
      .toSorted((one, other) => other.shared.length - one.shared.length || (one.draft.id < other.draft.id ? 1 : -1))[0];
    if (best === undefined || best.shared.length < MIN_SHARED) return [];
    const { id, title, kind, happened, severity } = summary;
    const draft = { id: best.draft.id, title: best.draft.title };
    return [{ id, title, kind, happened, severity, openActions, shared: best.shared, draft }];
  });
  return found
    .toSorted((one, other) => other.shared.length - one.shared.length || (one.id < other.id ? 1 : -1))
    .slice(0, MAX_FOUND);
}
