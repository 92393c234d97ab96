import {
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import styles from './text-field.module.css';

/** The props of a text field. */
export type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  /** Hides the label visually, but not from screen readers. */
  labelHidden?: boolean;
  placeholder?: string;
  /** A line below the field, for help or an error. */
  note?: string | undefined;
  noteIsProblem?: boolean;
  /** Several lines; the field grows with the text. */
  multiline?: boolean;
  /** `prose` sets the person's own text in the serif font. */
  voice?: 'prose' | 'app';
};

/** A labelled text field of one or several lines. */
export function TextField({
  label,
  labelHidden = false,
  placeholder,
  note,
  noteIsProblem = false,
  multiline = false,
  voice = 'app',
  onKeyDown,
  ...props
}: TextFieldProps) {
  const box = `${styles.box} ${voice === 'prose' ? styles.prose : ''}`;
  return (
    <AriaTextField
      {...props}
      {...(onKeyDown === undefined ? {} : { onKeyDown: continuing(onKeyDown) })}
      {...(labelHidden ? { 'aria-label': label } : {})}
      className={styles.field ?? ''}
    >
      {!labelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      {multiline ? (
        <TextArea dir="auto" className={`${box} ${styles.grows}`} placeholder={placeholder} rows={1} />
      ) : (
        <Input className={box} placeholder={placeholder} />
      )}
      {note !== undefined && (
        <Text slot="description" className={noteIsProblem ? styles.problem : styles.note}>
          {note}
        </Text>
      )}
    </AriaTextField>
  );
}

type OnKeyDown = NonNullable<AriaTextFieldProps['onKeyDown']>;

/** React Aria stops every key that a handler sees, and with it every shortcut. */
const continuing =
  (handler: OnKeyDown): OnKeyDown =>
  (event) => {
    handler(event);
    event.continuePropagation();
  };
