import { conditionLabel } from '#domain/guide/conditions.ts';
import { COE_KIND_LABELS, COE_KINDS } from '#domain/guide/kinds.ts';
import { SEVERITY_NAMES } from '#domain/guide/severity-anchors.ts';
import { STATUSES, statusLabel } from '#domain/guide/statuses.ts';
import type { Facets } from '#ipc/coe-list.ts';

import type { FilterList } from '../../list/coe-filter-params.ts';

/** One value of a filter; the count is null when it is not known. */
export type FacetChoice = { id: string; label: string; count: number | null };

/** The label of a filter value. The label of a pattern is its sentence, which only the library has. */
export function facetLabel(list: FilterList, value: string): string {
  if (list === 'kinds') return COE_KIND_LABELS[value as keyof typeof COE_KIND_LABELS] ?? value;
  if (list === 'statuses') return statusLabel(value);
  if (list === 'severities') return value === '-1' ? 'Not judged yet' : (SEVERITY_NAMES[Number(value) as 0] ?? value);
  if (list === 'patterns' || list === 'authors') return value;
  return list === 'conditions' ? conditionLabel(value) : `#${value}`;
}

const byCount = (list: FilterList, counts: Record<string, number> | undefined): FacetChoice[] =>
  Object.entries(counts ?? {})
    .map(([id, count]) => ({ id, label: facetLabel(list, id), count }))
    .sort((first, second) => (second.count ?? 0) - (first.count ?? 0) || first.label.localeCompare(second.label));

const inOrder = (list: FilterList, ids: readonly string[], counts: Record<string, number> | undefined): FacetChoice[] =>
  ids.map((id) => ({ id, label: facetLabel(list, id), count: counts?.[id] ?? 0 }));

/** The filters of the list, each with its choices and their counts. */
export const FACET_CHOICES: readonly {
  list: FilterList;
  label: string;
  choices: (facets: Facets | undefined) => FacetChoice[];
}[] = [
  {
    list: 'kinds',
    label: 'Kind',
    choices: (facets) =>
      inOrder(
        'kinds',
        COE_KINDS.map(({ id }) => id),
        facets?.kinds,
      ),
  },
  {
    list: 'statuses',
    label: 'Status',
    choices: (facets) =>
      inOrder(
        'statuses',
        STATUSES.map(({ id }) => id),
        facets?.statuses,
      ),
  },
  { list: 'conditions', label: 'Condition', choices: (facets) => byCount('conditions', facets?.conditions) },
  { list: 'tags', label: 'Tag', choices: (facets) => byCount('tags', facets?.tags) },
  { list: 'patterns', label: 'Pattern', choices: (facets) => byCount('patterns', facets?.patterns) },
  {
    list: 'authors',
    label: 'Author',
    // By name and without numbers: this is no ranking of people.
    choices: (facets) =>
      Object.keys(facets?.authors ?? {})
        .toSorted((first, second) => first.localeCompare(second))
        .map((id) => ({ id, label: id, count: null })),
  },
  {
    list: 'severities',
    label: 'Severity',
    choices: (facets) => inOrder('severities', ['3', '2', '1', '0', '-1'], facets?.severities),
  },
];
