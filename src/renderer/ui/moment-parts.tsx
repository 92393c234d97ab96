import { useId } from 'react';

import { changePrecision } from '#domain/time/change-precision.ts';
import { dayMoment, isKnownZone, type Moment, type MomentPrecision, minuteMoment } from '#domain/time/moment.ts';

import { Checkbox } from './checkbox.tsx';
import styles from './moment-field.module.css';
import { SegmentedControl } from './segmented-control.tsx';

type MomentPartsProps = { value: Moment; zone: string; referenceDate: string; onChange: (moment: Moment) => void };

const PRECISIONS: { id: MomentPrecision; label: string }[] = [
  { id: 'minute', label: 'Time' },
  { id: 'day', label: 'Day' },
  { id: 'month', label: 'Month' },
  { id: 'year', label: 'Year' },
  { id: 'unknown', label: 'Unknown' },
];

/** Fields for the parts of a moment: precision, date, time, zone and "about". */
export function MomentParts({ value, zone, referenceDate, onChange }: MomentPartsProps) {
  const listId = useId();
  const date = value.value.slice(0, 10);
  const time = value.value.slice(11);
  return (
    <div className={styles.parts}>
      <SegmentedControl
        label="How exactly is it known?"
        options={PRECISIONS}
        value={value.precision}
        onChange={(precision) => onChange(changePrecision(value, precision, referenceDate, zone))}
      />
      {(value.precision === 'minute' || value.precision === 'day') && (
        <label className={styles.part}>
          Date
          <input
            type="date"
            value={date}
            onChange={(event) => {
              const next = event.target.value;
              if (next === '') return;
              onChange(
                value.precision === 'day'
                  ? dayMoment(next, value.approximate)
                  : minuteMoment(`${next}T${time}`, value.zone ?? zone, value.approximate),
              );
            }}
          />
        </label>
      )}
      {value.precision === 'minute' && (
        <>
          <label className={styles.part}>
            Time
            <input
              type="time"
              value={time}
              onChange={(event) =>
                event.target.value !== '' &&
                onChange(
                  minuteMoment(`${date}T${event.target.value.slice(0, 5)}`, value.zone ?? zone, value.approximate),
                )
              }
            />
          </label>
          <label className={styles.part}>
            Zone
            <input
              key={value.zone}
              list={listId}
              defaultValue={value.zone ?? zone}
              onBlur={(event) =>
                isKnownZone(event.target.value) &&
                onChange(minuteMoment(value.value, event.target.value, value.approximate))
              }
            />
            <datalist id={listId}>
              {['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => (
                <option key={name}>{name}</option>
              ))}
            </datalist>
          </label>
        </>
      )}
      {value.precision === 'month' && (
        <label className={styles.part}>
          Month
          <input
            type="month"
            value={value.value}
            onChange={(event) => event.target.value !== '' && onChange({ ...value, value: event.target.value })}
          />
        </label>
      )}
      {value.precision === 'year' && (
        <label className={styles.part}>
          Year
          <input
            type="number"
            min={1000}
            max={9999}
            value={Number(value.value)}
            onChange={(event) =>
              /^\d{4}$/.test(event.target.value) && onChange({ ...value, value: event.target.value })
            }
          />
        </label>
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
