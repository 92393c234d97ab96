import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, I18nProvider, Label, TimeField, type TimeValue } from 'react-aria-components';

import { changePrecision } from '#domain/time/change-precision.ts';
import { dayMoment, type Moment, type MomentPrecision, minuteMoment } from '#domain/time/moment.ts';
import { MONTHS } from '#domain/time/month-names.ts';

import { Checkbox } from './checkbox.tsx';
import { DatePicker } from './date-picker.tsx';
import { useDateStyle } from './date-style.ts';
import styles from './moment-parts.module.css';
import { SegmentedControl } from './segmented-control.tsx';
import { Select } from './select.tsx';
import { ZoneField } from './zone-field.tsx';

type MomentPartsProps = { value: Moment; zone: string; referenceDate: string; onChange: (moment: Moment) => void };

const PRECISIONS: { id: MomentPrecision; label: string }[] = [
  { id: 'minute', label: 'Time' },
  { id: 'day', label: 'Day' },
  { id: 'month', label: 'Month' },
  { id: 'year', label: 'Year' },
  { id: 'unknown', label: 'Unknown' },
];

const MONTH_OPTIONS = MONTHS.map((label, index) => ({ id: String(index + 1).padStart(2, '0'), label }));

/** Fields for the parts of a moment: precision, date, time, zone and "about". */
export function MomentParts({ value, zone, referenceDate, onChange }: MomentPartsProps) {
  const date = value.value.slice(0, 10);
  const time = value.value.slice(11);
  const own = value.zone ?? zone;
  return (
    <div className={styles.parts}>
      <SegmentedControl
        label="How exactly is it known?"
        options={PRECISIONS}
        value={value.precision}
        onChange={(precision) => onChange(changePrecision(value, precision, referenceDate, zone))}
      />
      {(value.precision === 'minute' || value.precision === 'day') && (
        <DatePicker
          label="Date"
          value={date}
          shownFirst={referenceDate}
          onChange={(next) =>
            onChange(
              value.precision === 'day'
                ? dayMoment(next, value.approximate)
                : minuteMoment(`${next}T${time}`, own, value.approximate),
            )
          }
        />
      )}
      {value.precision === 'minute' && (
        <div className={styles.pair}>
          <ClockField
            time={time}
            onChange={(next) => onChange(minuteMoment(`${date}T${next}`, own, value.approximate))}
          />
          <ZoneField
            key={own}
            zone={own}
            onChange={(next) => onChange(minuteMoment(value.value, next, value.approximate))}
          />
        </div>
      )}
      {(value.precision === 'month' || value.precision === 'year') && (
        <div className={styles.pair}>
          {value.precision === 'month' && (
            <Select
              label="Month"
              options={MONTH_OPTIONS}
              value={value.value.slice(5, 7)}
              onChange={(month) =>
                month !== null && onChange({ ...value, value: `${value.value.slice(0, 4)}-${month}` })
              }
            />
          )}
          <YearField
            key={value.value.slice(0, 4)}
            year={value.value.slice(0, 4)}
            onChange={(year) => onChange({ ...value, value: `${year}${value.value.slice(4)}` })}
          />
        </div>
      )}
      {value.precision !== 'unknown' && (
        <Checkbox
          label="About, not exactly"
          isSelected={value.approximate}
          onChange={(approximate) => onChange({ ...value, approximate })}
        />
      )}
    </div>
  );
}

/** A time of day, `HH:MM`, on the clock of the person. */
function ClockField({ time, onChange }: { time: string; onChange: (time: string) => void }) {
  const { locale, clock } = useDateStyle();
  return (
    <I18nProvider locale={locale}>
      <TimeField<TimeValue>
        className={styles.part ?? ''}
        value={parseTime(time)}
        hourCycle={clock === '12-hour' ? 12 : 24}
        shouldForceLeadingZeros={clock === '24-hour'}
        onChange={(next) => next !== null && onChange(next.toString().slice(0, 5))}
      >
        <Label>Time</Label>
        <DateInput className={styles.time ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
      </TimeField>
    </I18nProvider>
  );
}

/** Four digits, set when the field is left. */
const YearField = ({ year, onChange }: { year: string; onChange: (year: string) => void }) => (
  <label className={styles.part}>
    Year
    <input
      inputMode="numeric"
      maxLength={4}
      defaultValue={year}
      onBlur={(event) =>
        /^\d{4}$/.test(event.target.value) && event.target.value !== year && onChange(event.target.value)
      }
    />
  </label>
);
