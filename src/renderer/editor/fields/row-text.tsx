import { type KeyboardEvent, useId } from 'react';

import styles from './rows.module.css';

type RowTextProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string | undefined;
  /** The field a new row starts in. */
  isFirst?: boolean;
  /** Says something about the line above it, in a smaller voice. */
  isAside?: boolean;
  onKeyDown?: ((event: KeyboardEvent<HTMLTextAreaElement>) => void) | undefined;
};

/** A line of the person's words in a row. It grows with the text; Shift+Enter breaks the line, Enter belongs to the row. */
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
