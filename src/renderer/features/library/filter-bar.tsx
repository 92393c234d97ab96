import { ArrowDownWideNarrow, X } from 'lucide-react';

import type { CoeOrder } from '#domain/catalogue/coe-order.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';

import { useAsk } from '../../platform/queries.ts';
import { changeSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { DatesFilter } from './dates-filter.tsx';
import { FACET_CHOICES, facetLabel } from './facet-choices.ts';
import { FacetFilter } from './facet-filter.tsx';
import styles from './filter-bar.module.css';
import type { ListParam, ListParams } from './list-params.ts';

const ORDER_LABELS: Record<CoeOrder, string> = {
  'happened-newest': 'Newest first',
  'happened-oldest': 'Oldest first',
  changed: 'Last changed',
  created: 'Last written down',
  title: 'Title',
  severity: 'Gravest first',
  'best-match': 'Best match',
};

/** The dates that are let through, in words; null when all are. */
function datesLabel(from: string | null, to: string | null): string | null {
  const words = (date: string): string => formatMoment(dayMoment(date), { style: 'short' });
  if (from !== null && to !== null) return from === to ? words(from) : `${words(from)} to ${words(to)}`;
  if (from !== null) return `From ${words(from)}`;
  return to === null ? null : `Until ${words(to)}`;
}

/** The filters, the order, and a chip for each filter that is on. */
export function FilterBar({ params, order }: { params: ListParams; order: CoeOrder }) {
  const facets = useAsk('coes:facets', {}, { keepPrevious: true }).data;
  const chosen: Record<ListParam, readonly string[]> = {
    kind: params.filter.kinds,
    status: params.filter.statuses,
    severity: params.filter.severities.map(String),
    condition: params.filter.conditions,
    tag: params.filter.tags,
  };
  const chips = (Object.keys(chosen) as ListParam[]).flatMap((param) =>
    chosen[param].map((value) => ({ param, value })),
  );
  const dates = datesLabel(params.filter.from, params.filter.to);
  return (
    <div className={styles.bar}>
      <div className={styles.filters} role="group" aria-label="Filters">
        {FACET_CHOICES.map(({ param, label, choices }) => (
          <FacetFilter
            key={param}
            label={label}
            choices={choices(facets)}
            chosen={chosen[param]}
            onChange={(values) => params.setList(param, values)}
          />
        ))}
        <DatesFilter from={params.filter.from} to={params.filter.to} onChange={params.setDates} />
        <Menu
          label="Order"
          trigger={
            <Button look="plain" aria-label={`Order: ${ORDER_LABELS[order]}`}>
              <ArrowDownWideNarrow size={15} aria-hidden />
              {ORDER_LABELS[order]}
            </Button>
          }
          entries={Object.entries(ORDER_LABELS)
            .filter(([id]) => id !== 'best-match' || params.text.trim() !== '')
            .map(([id, label]) => ({ id, label }))}
          onAction={(id) => {
            params.setOrder(id as CoeOrder);
            if (id !== 'best-match') void changeSettings({ listOrder: id as CoeOrder });
          }}
        />
      </div>
      {(chips.length > 0 || dates !== null) && (
        <ul className={styles.chips} aria-label="Filters that are on">
          {chips.map(({ param, value }) => (
            <li key={`${param}:${value}`}>
              <button
                type="button"
                onClick={() =>
                  params.setList(
                    param,
                    chosen[param].filter((other) => other !== value),
                  )
                }
              >
                {facetLabel(param, value)}
                <X size={13} aria-label="remove" />
              </button>
            </li>
          ))}
          {dates !== null && (
            <li>
              <button type="button" onClick={() => params.setDates(null, null)}>
                {dates}
                <X size={13} aria-label="remove" />
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
