import type { ActionSummary, CoeSummary } from '../catalogue/coe-summary.ts';
import { compareText } from '../text/compare.ts';
import { addMonths, type CalendarDate, daysBetween, monthsBetween } from '../time/calendar-date.ts';
import { MAX_RETIRE_AFTER, type Pattern } from './pattern.ts';
import { patternsById, patternsOf } from './resolve-patterns.ts';

/** A COE that has a pattern. `day` is when it happened, or when it was written down if that is not known. */
export type PatternCoe = Pick<CoeSummary, 'id' | 'title' | 'kind' | 'happened' | 'status'> & { day: CalendarDate };

/** An action of a COE that has the pattern: something that was tried against it. */
export type PatternAttempt = Pick<ActionSummary, 'id' | 'text' | 'status' | 'result' | 'checkDate'> & {
  coeId: string;
  coeTitle: string;
};

/** What happened with a pattern so far. */
export type PatternHistory = {
  pattern: Pattern;
  /** Oldest first. */
  coes: PatternCoe[];
  /** The last day it came up; null if no COE has it. */
  lastOn: CalendarDate | null;
  /** The most days without it between two COEs, or since the last one; null if no COE has it. */
  longestDays: number | null;
  /** Declined actions and those without words are left out. In the order of the COEs. */
  attempts: PatternAttempt[];
  /** Whether it has stayed away for as long as the person said. */
  isRetirementDue: boolean;
};

/** The history of every pattern that is not merged into another, the one that came up last first. */
export function patternHistories(
  patterns: readonly Pattern[],
  summaries: readonly CoeSummary[],
  today: CalendarDate,
): PatternHistory[] {
  const byId = patternsById(patterns);
  const withPattern = new Map([...new Set(byId.values())].map((pattern) => [pattern, [] as CoeSummary[]]));
  for (const summary of summaries)
    for (const pattern of patternsOf(summary.patternIds, byId)) withPattern.get(pattern)?.push(summary);
  return [...withPattern]
    .map(([pattern, having]) => historyOf(pattern, having, today))
    .toSorted(
      (one, other) =>
        compareText(other.lastOn ?? '', one.lastOn ?? '') ||
        compareText(other.pattern.createdAt, one.pattern.createdAt) ||
        compareText(one.pattern.id, other.pattern.id),
    );
}

function historyOf(pattern: Pattern, having: readonly CoeSummary[], today: CalendarDate): PatternHistory {
  const sorted = having
    .map((summary) => ({ summary, day: dayOf(summary) }))
    .toSorted((one, other) => compareText(one.day, other.day) || compareText(one.summary.id, other.summary.id));
  const days = sorted.map(({ day }) => day);
  const lastOn = days.at(-1) ?? null;
  const daysSince = lastOn === null ? null : Math.max(0, daysBetween(lastOn, today));
  const gaps = days.slice(1).map((day, index) => daysBetween(days[index] ?? day, day));
  return {
    pattern,
    coes: sorted.map(({ summary: { id, title, kind, happened, status }, day }) => ({
      id,
      title,
      kind,
      happened,
      status,
      day,
    })),
    lastOn,
    longestDays: daysSince === null ? null : Math.max(daysSince, ...gaps),
    attempts: sorted.flatMap(({ summary }) => attemptsOf(summary)),
    isRetirementDue: isRetirementDue(pattern, lastOn, today),
  };
}

const attemptsOf = ({ id: coeId, title: coeTitle, actions }: CoeSummary): PatternAttempt[] =>
  actions
    .filter(({ text, status }) => text.trim() !== '' && status !== 'declined')
    .map(({ id, text, status, result, checkDate }) => ({ id, text, status, result, checkDate, coeId, coeTitle }));

/** A month or a year counts as its first day. */
function dayOf({ happened, createdAt }: CoeSummary): CalendarDate {
  const { value } = happened;
  if (value === '') return createdAt.slice(0, 10);
  return `${value}-01-01`.slice(0, 10);
}

function isRetirementDue(pattern: Pattern, lastOn: CalendarDate | null, today: CalendarDate): boolean {
  if (pattern.retireAfter === null || pattern.retiredOn !== null) return false;
  return addMonths(countedFrom(pattern, lastOn), pattern.retireAfter) <= today;
}

/** The day from which the months without a pattern count: when it last came up, but not before it was named. */
function countedFrom({ createdAt }: Pattern, lastOn: CalendarDate | null): CalendarDate {
  const named = createdAt.slice(0, 10);
  return lastOn !== null && lastOn > named ? lastOn : named;
}

/**
 * The `retireAfter` with which Today offers to retire a pattern again at least `months` after today. It is never more
 * than `MAX_RETIRE_AFTER`, after which Today offers it every day.
 */
export const postponedRetireAfter = (
  { pattern, lastOn }: Pick<PatternHistory, 'pattern' | 'lastOn'>,
  today: CalendarDate,
  months: number,
): number => Math.min(MAX_RETIRE_AFTER, monthsBetween(countedFrom(pattern, lastOn), addMonths(today, months)));
