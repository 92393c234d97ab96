import { actionItemsOf } from '#domain/actions/action-item.ts';
import { type OwnNames, withOwnActions } from '#domain/actions/own-work.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { fold } from '#domain/search/fold.ts';
import { compareNames } from '#domain/text/compare.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { ActionListPage, ActionListRequest, ActionRow, ActionState } from '#ipc/action-list.ts';

import { compareActions } from './compare-actions.ts';

/**
 * Returns one page of the actions of all COEs, filtered and sorted. `counts` and `owners` ignore the filter; `total`
 * does not. `names` are the person's own, for a request that is about theirs alone; then `counts` counts theirs.
 */
export function listActions(
  summaries: readonly CoeSummary[],
  request: ActionListRequest,
  today: CalendarDate,
  names: OwnNames = new Set(),
): ActionListPage {
  const listed = request.whose === 'mine' ? withOwnActions(summaries, names) : summaries;
  const rows = itemsOf(listed, today);
  const wanted = rows
    .filter((row) => isInState(row, request.state) && passesFilter(row, request))
    .sort(compareActions(request.order, positionsByAge(summaries)));
  return {
    total: wanted.length,
    offset: request.offset,
    rows: wanted.slice(request.offset, request.offset + request.limit),
    counts: countStates(rows),
    owners: ownersOf(listed === summaries ? rows : itemsOf(summaries, today)),
  };
}

const itemsOf = (summaries: readonly CoeSummary[], today: CalendarDate): ActionRow[] =>
  summaries.flatMap((summary) => actionItemsOf(summary, today));

/** Overdue actions also count as open, and those waiting for a check also count as done. */
function isInState(row: ActionRow, state: ActionState): boolean {
  if (state === 'all' || row.state === state) return true;
  return (state === 'open' && row.state === 'overdue') || (state === 'done' && row.state === 'waiting-for-check');
}

function passesFilter(row: ActionRow, request: ActionListRequest): boolean {
  return (
    (request.kinds.length === 0 || request.kinds.includes(row.coeKind)) &&
    (request.owner === '' || row.owner.trim() === request.owner) &&
    (request.purposes.length === 0 || (row.purpose !== null && request.purposes.includes(row.purpose))) &&
    (request.strengths.length === 0 || (row.strength !== null && request.strengths.includes(row.strength))) &&
    holdsWords(row, request.text)
  );
}

/** Whether every word occurs in the action or its COE's title, whole or in part. */
function holdsWords(row: ActionRow, text: string): boolean {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const haystack = fold(`${row.text}\n${row.coeTitle}\n${row.owner}\n${row.doneWhen}\n${row.checkQuestion}`);
  return words.every((word) => haystack.includes(word));
}

function countStates(rows: readonly ActionRow[]): Record<ActionState, number> {
  const counts = { all: rows.length, open: 0, overdue: 0, done: 0, 'waiting-for-check': 0, declined: 0 };
  for (const { state } of rows) {
    counts[state] += 1;
    if (state === 'overdue') counts.open += 1;
    if (state === 'waiting-for-check') counts.done += 1;
  }
  return counts;
}

const ownersOf = (rows: readonly ActionRow[]): string[] =>
  [...new Set(rows.map((row) => row.owner.trim()))].filter(Boolean).sort(compareNames);

/** The position of each COE by id, the most recent incident first. */
function positionsByAge(summaries: readonly CoeSummary[]): ReadonlyMap<string, number> {
  const newest = summaries.toSorted((first, second) => {
    const one = first.happened.value;
    const other = second.happened.value;
    return one < other ? 1 : one > other ? -1 : second.id < first.id ? -1 : 1;
  });
  return new Map(newest.map((summary, index) => [summary.id, index]));
}
