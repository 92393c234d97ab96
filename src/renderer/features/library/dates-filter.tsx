import { ChevronDown } from 'lucide-react';

import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
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
  const today = useToday();
  return (
    <Popover
      label="Dates"
      trigger={
        <Button look="quiet" aria-label={isOn ? 'Filter by dates: on' : 'Filter by dates'}>
          Dates
          {isOn && <span className={styles.on}>1</span>}
          <ChevronDown size={13} aria-hidden />
        </Button>
      }
    >
      <div className={styles.dates}>
        <DateField
          label="Happened from"
          autoFocus
          value={from}
          today={today}
          expects="past"
          edge="first"
          onChange={(date) => onChange({ from: date })}
        />
        <DateField label="to" value={to} today={today} expects="past" onChange={(date) => onChange({ to: date })} />
        {isOn && <Button onPress={() => onChange({ from: null, to: null })}>Any date</Button>}
      </div>
    </Popover>
  );
}
