import { isOwnName, ownNames } from '#domain/actions/own-work.ts';
import { type CoeFilter, emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { quantity } from '#domain/text/format.ts';
import type { Facets } from '#ipc/coe-list.ts';
import { WHOSE_OPTIONS } from '../../../list/use-whose.ts';
import { useSettings } from '../../../platform/settings.ts';
import { useTeam } from '../../../platform/team.ts';
import { Button } from '../../../ui/button.tsx';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';

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
  const { authorName, aliases } = useSettings();
  const isTeam = useTeam() !== null;
  const names = ownNames(authorName, aliases);
  // Only one's own or everyone's: charts of one other person would compare people.
  const own = isTeam ? Object.keys(facets.authors).filter((author) => isOwnName(author, names)) : [];
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
      {own.length > 0 && (
        <SegmentedControl
          label="Whose"
          options={WHOSE_OPTIONS}
          value={filter.authors.length === 0 ? 'everyone' : 'mine'}
          onChange={(whose) => onChange({ ...filter, authors: whose === 'mine' ? own : [] })}
        />
      )}
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
