import { ArrowDownWideNarrow, X } from 'lucide-react';

import type { CoeOrder } from '#domain/catalogue/coe-order.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatMoment } from '#domain/time/format-moment.ts';
import { dayMoment } from '#domain/time/moment.ts';

import type { FilterList } from '../../list/coe-filter-params.ts';
import { usePatternsById } from '../../platform/patterns.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { changeSettings } from '../../platform/settings.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Menu } from '../../ui/menu.tsx';
import { DatesFilter } from './dates-filter.tsx';
import { FACET_CHOICES, facetLabel } from './facet-choices.ts';
import { FacetFilter } from './facet-filter.tsx';
import styles from './filter-bar.module.css';
import type { ListParams } from './list-params.ts';

const ORDER_LABELS: Record<CoeOrder, string> = {
  'happened-newest': 'Newest first',
  'happened-oldest': 'Oldest first',
  changed: 'Last changed',
  created: 'Last created',
  title: 'Title',
  severity: 'Most severe first',
  'best-match': 'Best match',
};

/** The date filter as text; null when it is off. */
function datesLabel(from: string | null, to: string | null, dates: DateStyle): string | null {
  const words = (date: string): string => formatMoment(dayMoment(date), { style: 'short', dates });
  if (from !== null && to !== null) return from === to ? words(from) : `${words(from)} to ${words(to)}`;
  if (from !== null) return `From ${words(from)}`;
  return to === null ? null : `Until ${words(to)}`;
}

/** The filters, the order, and a chip for each active filter. */
export function FilterBar({ params, order }: { params: ListParams; order: CoeOrder }) {
  const facets = useIpcQuery('coes:facets', {}, { keepPrevious: true }).data;
  const { filter, setFilter } = params;
  const chips = FACET_CHOICES.flatMap(({ list }) => filter[list].map((value) => ({ list, value })));
  const patterns = usePatternsById();
  const labelOf = (list: FilterList, value: string): string =>
    list === 'patterns' ? (patterns.get(value)?.words ?? 'A pattern that is no longer here') : facetLabel(list, value);
  const hasAuthors = filter.authors.length > 0 || Object.keys(facets?.authors ?? {}).length > 1;
  // Without a pattern, or with one author, there is nothing to filter by.
  const shown = FACET_CHOICES.filter(
    ({ list }) => (list !== 'patterns' || patterns.size > 0) && (list !== 'authors' || hasAuthors),
  );
  const happened = datesLabel(filter.from, filter.to, useDateStyle());
  return (
    <div className={styles.bar}>
      <div className={styles.row}>
        <div className={styles.filters} role="group" aria-label="Filters">
          {shown.map(({ list, label, choices }) => (
            <FacetFilter
              key={list}
              label={label}
              choices={choices(facets).map((choice) => ({ ...choice, label: labelOf(list, choice.id) }))}
              chosen={filter[list].map(String)}
              onChange={(values) => setFilter({ [list]: list === 'severities' ? values.map(Number) : values })}
            />
          ))}
          <DatesFilter from={filter.from} to={filter.to} onChange={setFilter} />
        </div>
        <Menu
          label="Order"
          chosen={order}
          trigger={
            <Button look="quiet" aria-label={`Order: ${ORDER_LABELS[order]}`}>
              <ArrowDownWideNarrow size={15} aria-hidden />
              <span className={styles.order}>{ORDER_LABELS[order]}</span>
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
      {(chips.length > 0 || happened !== null) && (
        <ul className={styles.chips} aria-label="Filters that are on">
          {chips.map(({ list, value }) => (
            <li key={`${list}:${value}`}>
              <button
                type="button"
                onClick={() => setFilter({ [list]: [...filter[list]].filter((other) => other !== value) })}
              >
                {labelOf(list, String(value))}
                <X size={13} aria-label="remove" />
              </button>
            </li>
          ))}
          {happened !== null && (
            <li>
              <button type="button" onClick={() => setFilter({ from: null, to: null })}>
                {happened}
                <X size={13} aria-label="remove" />
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
