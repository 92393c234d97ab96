import { type FocusEvent, type KeyboardEvent, useId } from 'react';

import { pastedFiles } from '../../rich-text/attachments/pasted-files.ts';
import { TextArea } from '../../ui/text-area.tsx';
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
  onFocus?: (() => void) | undefined;
  onBlur?: ((event: FocusEvent<HTMLTextAreaElement>) => void) | undefined;
  /** Takes files that are pasted or dropped on the field. Without it, it takes none. */
  onFiles?: ((files: readonly File[]) => void) | undefined;
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
  onFocus,
  onBlur,
  onFiles,
}: RowTextProps) {
  const id = useId();
  return (
    <TextArea
      id={id}
      aria-label={label}
      className={isAside ? `${styles.text} ${styles.aside}` : styles.text}
      rows={1}
      value={value}
      placeholder={placeholder}
      data-row-first={isFirst ? '' : undefined}
      data-row-aside={isAside ? '' : undefined}
      onChange={onChange}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      data-takes-files={onFiles === undefined ? undefined : ''}
      onPaste={
        onFiles &&
        ((event) => {
          const files = pastedFiles(event.clipboardData);
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        })
      }
      onDrop={
        onFiles &&
        ((event) => {
          const files = [...event.dataTransfer.files];
          if (files.length === 0) return;
          event.preventDefault();
          onFiles(files);
        })
      }
    />
  );
}
