import { type KeyboardEvent, useId } from 'react';

import styles from './rows.module.css';

type RowTextProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** Whether this field gets the focus in a new row. */
  isFirst?: boolean;
  /** Whether it is a note on the field above, in a smaller font. */
  isAside?: boolean;
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
};

/** A text field of a row. It grows with the text; Shift+Enter breaks the line, and Enter is for the row. */
export function RowText({
  label,
  value,
  onChange,
  placeholder,
  isFirst = false,
  isAside = false,
  onKeyDown,
}: RowTextProps) {
  const id = useId();
  return (
    <textarea
      id={id}
      aria-label={label}
      className={isAside ? `${styles.text} ${styles.aside}` : styles.text}
      rows={1}
      value={value}
      placeholder={placeholder}
      data-row-first={isFirst ? '' : undefined}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
