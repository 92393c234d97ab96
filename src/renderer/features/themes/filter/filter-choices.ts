import { KIND_IDS, STATUS_IDS } from '#domain/coe/vocabulary.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import { SEVERITY_LEVELS, SEVERITY_NAMES } from '#domain/guide/severity-anchors.ts';
import { STATUSES } from '#domain/guide/statuses.ts';
import type { Facets } from '#ipc/coe-list.ts';

import type { FilterList } from '../../../list/coe-filter-params.ts';

/** One choice of a filter, with the number of COEs that have it. */
type Choice = { value: string | number; label: string; count: number };
/** One filter with its choices. */
export type ChoiceList = { list: FilterList; label: string; choices: Choice[] };

/** The lists of the filter: fixed lists in full, and the conditions and tags in use, most frequent first. */
export function choiceLists(facets: Facets, patternWords: (id: string) => string): ChoiceList[] {
  return [
    { list: 'kinds', label: 'Kind', choices: fixed(KIND_IDS, (id) => COE_KIND_LABELS[id], facets.kinds) },
    {
      list: 'statuses',
      label: 'Status',
      choices: fixed(STATUS_IDS, (id) => STATUSES.find((status) => status.id === id)?.label ?? id, facets.statuses),
    },
    { list: 'conditions', label: 'Condition', choices: found(facets.conditions, conditionLabel) },
    { list: 'tags', label: 'Tag', choices: found(facets.tags, (tag) => tag) },
    // Without a pattern there is nothing to filter by.
    ...(Object.keys(facets.patterns).length === 0
      ? []
      : [{ list: 'patterns' as const, label: 'Pattern', choices: found(facets.patterns, patternWords) }]),
    {
      list: 'severities',
      label: 'Severity',
      choices: [
        ...fixed(SEVERITY_LEVELS.toReversed(), (level) => SEVERITY_NAMES[level], facets.severities),
        { value: -1, label: 'Not judged yet', count: facets.severities['-1'] ?? 0 },
      ],
    },
  ];
}

const fixed = <Id extends string | number>(
  ids: readonly Id[],
  label: (id: Id) => string,
  counts: Record<string, number>,
): Choice[] => ids.map((id) => ({ value: id, label: label(id), count: counts[String(id)] ?? 0 }));

const found = (counts: Record<string, number>, label: (id: string) => string): Choice[] =>
  Object.entries(counts)
    .map(([value, count]) => ({ value, label: label(value), count }))
    .toSorted((first, second) => second.count - first.count);
