import { type ReactNode, useState } from 'react';

import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import styles from './questions.module.css';

type AddLineProps = {
  label: string;
  isDisabled: boolean;
  /** What the list has already, which cannot be added twice. */
  taken: readonly string[];
  onAdd: (text: string) => void;
  /** More fields beside it. */
  children?: ReactNode;
};

/** A field for a new entry of a list, with a button; Enter adds too. */
export function AddLine({ label, isDisabled, taken, onAdd, children }: AddLineProps) {
  const [text, setText] = useState('');
  const words = text.trim();
  const isTaken = taken.some((each) => each.toLowerCase() === words.toLowerCase());
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (words === '' || isTaken || isDisabled) return;
        onAdd(words);
        setText('');
      }}
    >
      <TextField
        label={label}
        value={text}
        maxLength={500}
        isDisabled={isDisabled}
        note={isTaken && words !== '' ? 'It is in the list already.' : undefined}
        onChange={setText}
      />
      {children}
      <Button type="submit" isDisabled={isDisabled || words === '' || isTaken} aria-label={`Add: ${label}`}>
        Add
      </Button>
    </form>
  );
}
