import { useId } from 'react';

import styles from './answer-field.module.css';
import dateStyles from './date-field.module.css';

type DateFieldProps = { label: string; value: string | null; onChange: (value: string | null) => void };

/** A calendar date. The browser's own field: it types, it has a calendar, and its value is the plain date. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        className={dateStyles.input}
        value={value ?? ''}
        max="9999-12-31"
        onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
      />
    </div>
  );
}
