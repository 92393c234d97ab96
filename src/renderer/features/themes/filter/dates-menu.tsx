import { ChevronDown } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';

import { isCalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { Popover } from '../../../ui/popover.tsx';

import { formatPartialDate } from '../words/format-partial-date.ts';
import styles from './filter.module.css';

type DatesMenuProps = {
  from: string | null;
  to: string | null;
  onChange: (dates: { from: string | null; to: string | null }) => void;
};

/** Filters by the date it happened. Either end may be open. */
export function DatesMenu({ from, to, onChange }: DatesMenuProps) {
  const today = useToday();
  const dates = useDateStyle();
  return (
    <Popover
      label="Dates"
      trigger={
        <AriaButton className={`${styles.trigger} ${from !== null || to !== null ? styles.chosen : ''}`}>
          <span>{datesText(from, to, dates)}</span>
          <ChevronDown size={14} aria-hidden />
        </AriaButton>
      }
    >
      <div className={styles.dates}>
        <DateField
          label="Happened from"
          autoFocus
          value={dateOrNull(from)}
          today={today}
          expects="past"
          edge="first"
          onChange={(date) => onChange({ from: date, to: dateOrNull(to) })}
        />
        <DateField
          label="up to and including"
          value={dateOrNull(to)}
          today={today}
          expects="past"
          onChange={(date) => onChange({ from: dateOrNull(from), to: date })}
        />
      </div>
      {(from !== null || to !== null) && (
        <Button look="plain" onPress={() => onChange({ from: null, to: null })}>
          Any date
        </Button>
      )}
    </Popover>
  );
}

const dateOrNull = (text: string | null): string | null => (text !== null && isCalendarDate(text) ? text : null);

function datesText(from: string | null, to: string | null, dates: DateStyle): string {
  if (from !== null && to !== null) return `${formatPartialDate(from, dates)} – ${formatPartialDate(to, dates)}`;
  if (from !== null) return `From ${formatPartialDate(from, dates)}`;
  return to === null ? 'Dates' : `Up to ${formatPartialDate(to, dates)}`;
}
