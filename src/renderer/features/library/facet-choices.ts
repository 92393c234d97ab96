import { conditionLabel } from '#domain/guide/conditions.ts';
import { COE_KIND_LABELS, COE_KINDS } from '#domain/guide/kinds.ts';
import { SEVERITY_NAMES } from '#domain/guide/severity-anchors.ts';
import { STATUSES } from '#domain/guide/statuses.ts';
import type { Facets } from '#ipc/coe-list.ts';

import type { ListParam } from './list-params.ts';

export type FacetChoice = { id: string; label: string; count: number };

/** What a filter's value is called. */
export function facetLabel(param: ListParam, value: string): string {
  if (param === 'kind') return COE_KIND_LABELS[value as keyof typeof COE_KIND_LABELS] ?? value;
  if (param === 'status') return STATUSES.find(({ id }) => id === value)?.label ?? value;
  if (param === 'severity') return value === '-1' ? 'Not judged yet' : (SEVERITY_NAMES[Number(value) as 0] ?? value);
  return param === 'condition' ? conditionLabel(value) : `#${value}`;
}

const byCount = (param: ListParam, counts: Record<string, number> | undefined): FacetChoice[] =>
  Object.entries(counts ?? {})
    .map(([id, count]) => ({ id, label: facetLabel(param, id), count }))
    .sort((first, second) => second.count - first.count || first.label.localeCompare(second.label));

const inOrder = (param: ListParam, ids: readonly string[], counts: Record<string, number> | undefined): FacetChoice[] =>
  ids.map((id) => ({ id, label: facetLabel(param, id), count: counts?.[id] ?? 0 }));

/** The filters of the list, each with what can be chosen and how often it occurs. */
export const FACET_CHOICES: readonly {
  param: ListParam;
  label: string;
  choices: (facets: Facets | undefined) => FacetChoice[];
}[] = [
  {
    param: 'kind',
    label: 'Kind',
    choices: (facets) =>
      inOrder(
        'kind',
        COE_KINDS.map(({ id }) => id),
        facets?.kinds,
      ),
  },
  {
    param: 'status',
    label: 'Status',
    choices: (facets) =>
      inOrder(
        'status',
        STATUSES.map(({ id }) => id),
        facets?.statuses,
      ),
  },
  { param: 'condition', label: 'Condition', choices: (facets) => byCount('condition', facets?.conditions) },
  { param: 'tag', label: 'Tag', choices: (facets) => byCount('tag', facets?.tags) },
  {
    param: 'severity',
    label: 'Severity',
    choices: (facets) => inOrder('severity', ['3', '2', '1', '0', '-1'], facets?.severities),
  },
];
