import {
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';

import styles from './text-field.module.css';

type TextFieldProps = Omit<AriaTextFieldProps, 'className' | 'style' | 'children'> & {
  label: string;
  /** Hides the label from the eye, never from a screen reader. */
  labelHidden?: boolean;
  placeholder?: string;
  /** A line beneath, for a word of help or what is wrong. */
  note?: string | undefined;
  noteIsProblem?: boolean;
  /** More than one line: grows with the text. */
  multiline?: boolean;
  /** The person's own words are set in the serif. */
  voice?: 'prose' | 'app';
};

/** A labelled line, or a growing few lines, of text. */
export function TextField({
  label,
  labelHidden = false,
  placeholder,
  note,
  noteIsProblem = false,
  multiline = false,
  voice = 'app',
  ...props
}: TextFieldProps) {
  const box = `${styles.box} ${voice === 'prose' ? styles.prose : ''}`;
  return (
    <AriaTextField {...props} {...(labelHidden ? { 'aria-label': label } : {})} className={styles.field ?? ''}>
      {!labelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      {multiline ? (
        <TextArea className={`${box} ${styles.grows}`} placeholder={placeholder} rows={1} />
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
