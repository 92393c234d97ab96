import { useId } from 'react';

import styles from './date-field.module.css';

type DateFieldProps = {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** The earliest day allowed. */
  min?: string;
};

/** A calendar date, `YYYY-MM-DD` or null, in the browser's own date field. */
export function DateField({ label, value, onChange, min }: DateFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className={styles.input}
        value={value ?? ''}
        min={min}
        max="9999-12-31"
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
