import { useId } from 'react';

import { isKnownZone } from '#domain/time/moment.ts';

import styles from './moment-parts.module.css';

type ZoneFieldProps = { label?: string; zone: string; onChange: (zone: string) => void };

/** A time zone by its IANA name, typed or picked. It is set when the field is left, if the zone exists. */
export function ZoneField({ label = 'Zone', zone, onChange }: ZoneFieldProps) {
  const listId = useId();
  return (
    <label className={styles.part}>
      {label}
      <input
        list={listId}
        defaultValue={zone}
        onBlur={(event) => {
          const next = event.target.value.trim();
          if (next !== zone && isKnownZone(next)) onChange(next);
        }}
      />
      <datalist id={listId}>
        {['UTC', ...Intl.supportedValuesOf('timeZone')].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
    </label>
  );
}
