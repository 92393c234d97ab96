import { ChevronDown } from 'lucide-react';

import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import styles from './filter-bar.module.css';

type DatesFilterProps = {
  from: string | null;
  to: string | null;
  onChange: (change: { from?: string | null; to?: string | null }) => void;
};

/** Filters by the date it happened; both ends are included. */
export function DatesFilter({ from, to, onChange }: DatesFilterProps) {
  const isOn = from !== null || to !== null;
  const orNull = (value: string): string | null => (value === '' ? null : value);
  return (
    <Popover
      label="Dates"
      trigger={
        <Button look="plain" aria-label={isOn ? 'Filter by date: on' : 'Filter by date'}>
          Date
          {isOn && <span className={styles.on}>1</span>}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <div className={styles.dates}>
        <label>
          Happened from
          <input type="date" value={from ?? ''} onChange={(event) => onChange({ from: orNull(event.target.value) })} />
        </label>
        <label>
          to
          <input type="date" value={to ?? ''} onChange={(event) => onChange({ to: orNull(event.target.value) })} />
        </label>
        {isOn && <Button onPress={() => onChange({ from: null, to: null })}>Any date</Button>}
      </div>
    </Popover>
  );
}
