import { ACTION_PURPOSES } from '#domain/guide/action-purposes.ts';
import { ACTION_STRENGTHS } from '#domain/guide/action-strengths.ts';
import { COE_KINDS } from '#domain/guide/kinds.ts';
import type { ActionOrder } from '#ipc/action-list.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Select, type SelectOption } from '../../ui/select.tsx';

import styles from './action-filters.module.css';
import type { useActionParams } from './use-action-params.ts';

const ORDERS: { id: ActionOrder; label: string }[] = [
  { id: 'due', label: 'Due first' },
  { id: 'coe-newest', label: 'Newest COE first' },
  { id: 'owner', label: 'By owner' },
  { id: 'strength', label: 'Weakest first' },
  { id: 'check-date', label: 'Next check first' },
];

type ActionFiltersProps = { params: ReturnType<typeof useActionParams>; owners: readonly string[] };

/** The filters and the order of the list. */
export function ActionFilters({ params, owners }: ActionFiltersProps) {
  const { query, change, clear, isFiltered } = params;
  const known = query.owner === '' || owners.includes(query.owner) ? owners : [query.owner, ...owners];
  return (
    <div className={styles.filters} role="group" aria-label="Which actions">
      <div className={styles.search}>
        <SearchField
          label="Find in actions"
          placeholder="Find in actions"
          value={query.text}
          onChange={(q) => change({ q })}
        />
      </div>
      <AnySelect
        label="Owner"
        anyLabel="Any owner"
        options={known.map((owner) => ({ id: owner, label: owner }))}
        value={query.owner}
        onChange={(owner) => change({ owner })}
      />
      <AnySelect
        label="Purpose"
        anyLabel="Any purpose"
        options={ACTION_PURPOSES}
        value={query.purposes[0]}
        onChange={(purpose) => change({ purpose })}
      />
      <AnySelect
        label="Strength"
        anyLabel="Any strength"
        options={ACTION_STRENGTHS}
        value={query.strengths[0]}
        onChange={(strength) => change({ strength })}
      />
      <AnySelect
        label="Kind"
        anyLabel="Any kind"
        options={COE_KINDS}
        value={query.kinds[0]}
        onChange={(kind) => change({ kind })}
      />
      {isFiltered && (
        <Button look="plain" onPress={clear}>
          Clear
        </Button>
      )}
      <div className={styles.order}>
        <Select
          label="Order"
          labelHidden
          options={ORDERS}
          value={query.order}
          onChange={(order) => change({ order: order === 'due' ? null : order })}
        />
      </div>
    </div>
  );
}

type AnySelectProps = {
  label: string;
  /** The label of the option that filters nothing. */
  anyLabel: string;
  options: readonly SelectOption<string>[];
  value: string | undefined;
  onChange: (id: string | null) => void;
};

const ANY = '(any)';

const AnySelect = ({ label, anyLabel, options, value, onChange }: AnySelectProps) => (
  <Select
    label={label}
    labelHidden
    options={[{ id: ANY, label: anyLabel }, ...options]}
    value={value === undefined || value === '' ? ANY : value}
    onChange={(id) => onChange(id === ANY ? null : id)}
  />
);
