import { type KeyboardEvent, useId } from 'react';

import styles from './radio-cards.module.css';

type RadioCardsProps<Id extends string> = {
  label: string;
  options: readonly { readonly id: Id; readonly label: string; readonly meaning?: string }[];
  /** Null while nothing is chosen. */
  value: Id | null;
  onChange: (id: Id) => void;
  columns?: 1 | 2;
  autoFocus?: boolean;
  /** Called for each key pressed on a card. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
};

/** One choice of a few, each with a description. Native radio buttons cover the whole card. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, options, value, onChange, columns = 1, autoFocus = false, onKeyDown } = props;
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} className={styles.cards} data-columns={columns}>
      {options.map((option, index) => (
        <label key={option.id} className={styles.card} data-selected={option.id === value || undefined}>
          <input
            type="radio"
            name={name}
            aria-label={option.label}
            aria-describedby={option.meaning === undefined ? undefined : `${name}-${option.id}`}
            checked={option.id === value}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog asks its first question at once
            autoFocus={autoFocus && (value === null ? index === 0 : option.id === value)}
            onChange={() => onChange(option.id)}
            onKeyDown={onKeyDown}
          />
          <strong>{option.label}</strong>
          {option.meaning !== undefined && <span id={`${name}-${option.id}`}>{option.meaning}</span>}
        </label>
      ))}
    </div>
  );
}
