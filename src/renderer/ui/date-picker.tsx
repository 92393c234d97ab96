import { type CalendarDate as PickedDate, parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from 'react-aria-components';

import { type CalendarDate, isCalendarDate } from '#domain/time/calendar-date.ts';

import styles from './date-picker.module.css';
import { useDateStyle } from './date-style.ts';

type DatePickerProps = {
  label: string;
  value: CalendarDate | null;
  /** The month to show when no date is set. */
  shownFirst: CalendarDate;
  onChange: (date: CalendarDate) => void;
};

/** A month to pick a day from. */
export function DatePicker({ label, value, shownFirst, onChange }: DatePickerProps) {
  const { locale } = useDateStyle();
  const picked = dateOf(value);
  return (
    <I18nProvider locale={locale}>
      <Calendar
        aria-label={label}
        className={styles.calendar ?? ''}
        value={picked}
        defaultFocusedValue={picked ?? dateOf(shownFirst)}
        onChange={(date) => onChange(date.toString())}
      >
        <header className={styles.header}>
          <Button slot="previous" className={styles.step ?? ''}>
            <ChevronLeft size={16} aria-hidden />
          </Button>
          <Heading className={styles.heading} />
          <Button slot="next" className={styles.step ?? ''}>
            <ChevronRight size={16} aria-hidden />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className={styles.grid ?? ''}>
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}

/** Null for no date and for text that is none. */
const dateOf = (date: string | null): PickedDate | null =>
  date !== null && isCalendarDate(date) ? parseDate(date) : null;
