import { type CoeFilter, matchesFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeOrder } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { matchesOperators } from '#domain/search/matches-operators.ts';
import { hasNeedles, type Needles, type OperatorUse } from '#domain/search/search-query.ts';
import type { CoeListPage, CoeListRequest, CoeRow } from '#ipc/coe-list.ts';
import { bestPlaces } from '#main/search/best-places.ts';
import type { FoundPage, RowMatches } from '#main/search/worker-tasks.ts';

import type { ScoreOf } from './document-numbers.ts';
import type { PageOfSearch } from './index-updater.ts';

/** The data that a list is made of. */
export type ListSource = {
  /** Another array whenever a COE changed. */
  readonly inOrder: (order: CoeOrder) => readonly CoeSummary[];
  /** Searches a list, which must not change, for a page and its matches at once; null if `scores` has to be asked. */
  readonly findInList: (list: readonly CoeSummary[], page: PageOfSearch) => Promise<FoundPage | null>;
  /** Searches the texts. */
  readonly scores: (needles: Needles) => Promise<ScoreOf>;
  /** The number of conflict copies of a COE. */
  readonly copiesOf: (id: string) => number;
  /** The stored ids of the patterns whose sentence contains a folded text, or that have it as their id. */
  readonly patternsNamed: (folded: string) => readonly string[];
  readonly matchesIn: (ids: readonly string[], needles: Needles) => Promise<RowMatches[]>;
};

/** Returns one page of the list: the COEs that match the filter and the search text, in the requested order. */
export async function listCoes(source: ListSource, request: CoeListRequest): Promise<CoeListPage> {
  const { needles, operators } = parseQuery(request.text);
  const { order, offset, limit } = request;
  const query = {
    needles,
    operators: operators.map((use) =>
      use.operator === 'pattern' ? { ...use, ids: source.patternsNamed(use.value) } : use,
    ),
  };
  const list = narrowed(source.inOrder(order), request.filter, query.operators);
  const page = { needles, isBestFirst: order === 'best-match', offset, limit };
  const found = hasNeedles(query)
    ? ((await source.findInList(list, page)) ?? (await findByScores(source, list, page)))
    : { total: list.length, shown: list.slice(offset, offset + limit), matches: [] };
  const shown = 'shown' in found ? found.shown : found.places.flatMap((place) => list[place] ?? []);
  return {
    total: found.total,
    offset,
    rows: shown.map((summary, index) => rowOf(summary, source.copiesOf(summary.id), found.matches[index])),
  };
}

/** The last way in which each list was narrowed: the next letter and the next page narrow it in the same way. */
const narrowedLists = new WeakMap<readonly CoeSummary[], { key: string; list: readonly CoeSummary[] }>();

/** The COEs of a list that match a filter and operators. The same array while these and the list stay the same. */
function narrowed(
  whole: readonly CoeSummary[],
  filter: CoeFilter,
  operators: readonly OperatorUse[],
): readonly CoeSummary[] {
  const key = JSON.stringify([filter, operators]);
  const last = narrowedLists.get(whole);
  if (last?.key === key) return last.list;
  const list = whole.filter((summary) => matchesFilter(summary, filter) && matchesOperators(summary, operators));
  narrowedLists.set(whole, { key, list });
  return list;
}

/** Searches the texts first, and then looks for matches in the rows of the page. */
async function findByScores(
  source: ListSource,
  list: readonly CoeSummary[],
  { needles, isBestFirst, offset, limit }: PageOfSearch,
): Promise<{ total: number; shown: readonly CoeSummary[]; matches: readonly RowMatches[] }> {
  const scoreOf = await source.scores(needles);
  const all: CoeSummary[] = [];
  const scores: number[] = [];
  for (const summary of list) {
    const score = scoreOf(summary.id);
    if (score === null) continue;
    all.push(summary);
    scores.push(score);
  }
  const end = offset + limit;
  const best = isBestFirst ? bestPlaces(Float32Array.from(scores), end).flatMap((place) => all[place] ?? []) : all;
  const shown = best.slice(offset, end);
  const matches =
    needles.wanted.length === 0
      ? []
      : await source.matchesIn(
          shown.map(({ id }) => id),
          needles,
        );
  return { total: all.length, shown, matches };
}

const rowOf = (summary: CoeSummary, copies: number, matches: RowMatches | undefined): CoeRow => ({
  id: summary.id,
  kind: summary.kind,
  title: summary.title,
  excerpt: summary.excerpt,
  happened: summary.happened,
  severity: summary.severity,
  status: summary.status,
  lifeArea: summary.lifeArea,
  author: summary.author.trim(),
  tags: summary.tags,
  updatedAt: summary.updatedAt,
  conditions: summary.conditions.map((row) => row.condition),
  openActions: summary.actions.filter((action) => action.status === 'open').length,
  copies,
  titleMatch: matches?.titleMatch ?? null,
  matches: matches?.matches ?? [],
});
