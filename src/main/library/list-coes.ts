import { matchesFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeOrder } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { matchesOperators } from '#domain/search/matches-operators.ts';
import { hasNeedles, type Needles } from '#domain/search/search-query.ts';
import type { CoeListPage, CoeListRequest, CoeRow } from '#ipc/coe-list.ts';
import type { RowMatches } from '#main/search/worker-tasks.ts';

/** The data that a list is made of. */
export type ListSource = {
  readonly inOrder: (order: CoeOrder) => readonly CoeSummary[];
  /** The score of each matching COE, by id. */
  readonly scores: (needles: Needles) => Promise<ReadonlyMap<string, number>>;
  /** The number of conflict copies of a COE. */
  readonly copiesOf: (id: string) => number;
  /** The stored ids of the patterns whose sentence contains a folded text, or that have it as their id. */
  readonly patternsNamed: (folded: string) => readonly string[];
  readonly matchesIn: (ids: readonly string[], needles: Needles) => Promise<RowMatches[]>;
};

/** Returns one page of the list: the COEs that match the filter and the search text, in the requested order. */
export async function listCoes(source: ListSource, request: CoeListRequest): Promise<CoeListPage> {
  const { needles, operators } = parseQuery(request.text);
  const query = {
    needles,
    operators: operators.map((use) =>
      use.operator === 'pattern' ? { ...use, ids: source.patternsNamed(use.value) } : use,
    ),
  };
  const scores = hasNeedles(query) ? await source.scores(query.needles) : null;
  const all = source
    .inOrder(request.order)
    .filter(
      (summary) =>
        (scores === null || scores.has(summary.id)) &&
        matchesFilter(summary, request.filter) &&
        matchesOperators(summary, query.operators),
    );
  if (request.order === 'best-match' && scores !== null) {
    all.sort((first, second) => (scores.get(second.id) ?? 0) - (scores.get(first.id) ?? 0));
  }
  const page = all.slice(request.offset, request.offset + request.limit);
  const matches =
    query.needles.wanted.length === 0
      ? []
      : await source.matchesIn(
          page.map((summary) => summary.id),
          query.needles,
        );
  return {
    total: all.length,
    offset: request.offset,
    rows: page.map((summary, index) => rowOf(summary, source.copiesOf(summary.id), matches[index])),
  };
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
  tags: summary.tags,
  updatedAt: summary.updatedAt,
  conditions: summary.conditions.map((row) => row.condition),
  openActions: summary.actions.filter((action) => action.status === 'open').length,
  copies,
  titleMatch: matches?.titleMatch ?? null,
  matches: matches?.matches ?? [],
});
