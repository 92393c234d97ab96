import { useId } from 'react';

import styles from './date-field.module.css';

type DateFieldProps = {
  label: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** The earliest day that makes sense. */
  min?: string;
};

/** A calendar date. The browser's own field: it types, it has a calendar, and its value is the plain date. */
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
