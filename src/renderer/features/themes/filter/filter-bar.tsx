import { type CoeFilter, emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { quantity } from '#domain/text/format.ts';
import type { Facets } from '#ipc/coe-list.ts';
import { Button } from '../../../ui/button.tsx';

import { shareText } from '../words/count-words.ts';
import { DatesMenu } from './dates-menu.tsx';
import { choiceLists } from './filter-choices.ts';
import { FilterMenu } from './filter-menu.tsx';
import styles from './filter.module.css';
import { usePatternsById } from '../../../platform/patterns.ts';
import { isEveryCoe } from '../../../list/coe-filter-params.ts';

type FilterBarProps = {
  facets: Facets;
  filter: CoeFilter;
  /** How many COEs pass; null until known. */
  count: number | null;
  onChange: (filter: CoeFilter) => void;
};

/** Chooses the COEs the charts are based on: all of them by default. */
export function FilterBar({ facets, filter, count, onChange }: FilterBarProps) {
  const all = isEveryCoe(filter);
  const patterns = usePatternsById();
  return (
    <div className={styles.bar} role="group" aria-label="Which COEs">
      {choiceLists(facets, (id) => patterns.get(id)?.words ?? id).map((offered) => (
        <FilterMenu
          key={offered.list}
          offered={offered}
          chosen={filter[offered.list]}
          onChange={(chosen) => onChange({ ...filter, [offered.list]: chosen })}
        />
      ))}
      <DatesMenu from={filter.from} to={filter.to} onChange={(dates) => onChange({ ...filter, ...dates })} />
      {!all && (
        <Button look="plain" onPress={() => onChange(emptyFilter())}>
          All COEs
        </Button>
      )}
      <p className={styles.count} role="status">
        {count !== null && (all ? `All ${quantity(count, 'COE')}` : shareText(count, facets.total))}
      </p>
    </div>
  );
}
