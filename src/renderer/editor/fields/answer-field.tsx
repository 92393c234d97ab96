import { useId } from 'react';

import { TextArea } from '../../ui/text-area.tsx';
import rowStyles from './rows.module.css';
import styles from './answer-field.module.css';

type AnswerFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  help?: string;
};

/** A short question with a field for a sentence or two. */
export function AnswerField({ label, value, onChange, placeholder, help }: AnswerFieldProps) {
  const id = useId();
  const helpId = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <TextArea
        id={id}
        className={`${rowStyles.text} ${styles.box}`}
        rows={1}
        value={value}
        placeholder={placeholder}
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={onChange}
      />
      {help !== undefined && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  );
}
