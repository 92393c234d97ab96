import type { CoeSummary } from '#domain/catalogue/coe-summary.ts';
import type { Facets } from '#ipc/coe-list.ts';

/**
 * Counts the COEs of each kind, status, severity (-1 if not judged), condition and tag. A COE counts once per value.
 */
export function facetsOf(summaries: Iterable<CoeSummary>): Facets {
  const facets = {
    total: 0,
    kinds: counts(),
    statuses: counts(),
    severities: counts(),
    conditions: counts(),
    tags: counts(),
  };
  for (const summary of summaries) {
    facets.total += 1;
    count(facets.kinds, summary.kind);
    count(facets.statuses, summary.status);
    count(facets.severities, String(summary.severity ?? -1));
    for (const condition of new Set(summary.conditions.map((row) => row.condition)))
      count(facets.conditions, condition);
    for (const tag of new Set(summary.tags)) count(facets.tags, tag);
  }
  return facets;
}

/** Without a prototype, since a tag may be called `constructor`. */
const counts = (): Record<string, number> => Object.create(null) as Record<string, number>;

function count(record: Record<string, number>, key: string): void {
  record[key] = (record[key] ?? 0) + 1;
}
