import { matchesFilter } from '#domain/catalogue/coe-filter.ts';
import type { CoeOrder } from '#domain/catalogue/coe-order.ts';
import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import { parseQuery } from '#domain/search/parse-query.ts';
import { matchesOperators } from '#domain/search/matches-operators.ts';
import { hasNeedles, type Needles } from '#domain/search/search-query.ts';
import type { CoeListPage, CoeListRequest, CoeRow } from '#ipc/coe-list.ts';
import type { RowMatches } from '#main/search/worker-tasks.ts';

import type { ScoreOf } from './document-numbers.ts';

/** The data that a list is made of. */
export type ListSource = {
  readonly inOrder: (order: CoeOrder) => readonly CoeSummary[];
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
  const query = {
    needles,
    operators: operators.map((use) =>
      use.operator === 'pattern' ? { ...use, ids: source.patternsNamed(use.value) } : use,
    ),
  };
  const scoreOf = hasNeedles(query) ? await source.scores(query.needles) : null;
  const all = source
    .inOrder(request.order)
    .filter(
      (summary) =>
        (scoreOf === null || scoreOf(summary.id) !== null) &&
        matchesFilter(summary, request.filter) &&
        matchesOperators(summary, query.operators),
    );
  const end = request.offset + request.limit;
  const shown = request.order === 'best-match' && scoreOf !== null ? bestOf(all, scoreOf, end) : all;
  const page = shown.slice(request.offset, end);
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

/**
 * The best `count`, best first; those with the same score stay in their order. A page needs no more, and sorting
 * thousands of rows by score takes longer than finding them.
 */
function bestOf(list: readonly CoeSummary[], scoreOf: ScoreOf, count: number): CoeSummary[] {
  const scores = Float32Array.from(list, ({ id }) => scoreOf(id) ?? 0);
  const least = scores.toSorted()[Math.max(0, list.length - count)] ?? 0; // typed arrays sort as numbers
  const best = list.flatMap((summary, index) => {
    const score = scores[index] ?? 0;
    return score < least ? [] : [{ summary, score }];
  });
  return best
    .sort((first, second) => second.score - first.score)
    .slice(0, count)
    .map(({ summary }) => summary);
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
