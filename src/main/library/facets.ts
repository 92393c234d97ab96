import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Pattern } from '#domain/patterns/pattern.ts';
import { patternsOf } from '#domain/patterns/resolve-patterns.ts';
import { type Steps, visitEach } from '#domain/steps.ts';
import type { Facets } from '#ipc/coe-list.ts';

/**
 * Counts the COEs of each kind, status, severity (-1 if not judged), condition, tag, pattern and author. A COE counts once per
 * value. `patterns` says for which pattern each stored id counts.
 */
export function* facetsOf(
  summaries: readonly CoeSummary[],
  patterns: ReadonlyMap<string, Pattern> = new Map(),
): Steps<Facets> {
  const facets = {
    total: 0,
    kinds: counts(),
    statuses: counts(),
    severities: counts(),
    conditions: counts(),
    tags: counts(),
    patterns: counts(),
    authors: counts(),
  };
  yield* visitEach(summaries, (summary) => {
    facets.total += 1;
    count(facets.kinds, summary.kind);
    count(facets.statuses, summary.status);
    count(facets.severities, String(summary.severity ?? -1));
    for (const condition of new Set(summary.conditions.map((row) => row.condition)))
      count(facets.conditions, condition);
    for (const tag of new Set(summary.tags)) count(facets.tags, tag);
    if (summary.author.trim() !== '') count(facets.authors, summary.author.trim());
    for (const { id } of patternsOf(summary.patternIds, patterns)) count(facets.patterns, id);
  });
  return facets;
}

/** Without a prototype, since a tag may be called `constructor`. */
const counts = (): Record<string, number> => Object.create(null) as Record<string, number>;

function count(record: Record<string, number>, key: string): void {
  record[key] = (record[key] ?? 0) + 1;
}
