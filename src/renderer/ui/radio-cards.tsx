import { type KeyboardEvent, type Ref, useId } from 'react';

import styles from './radio-cards.module.css';

type RadioCardsProps<Id extends string> = {
  label: string;
  options: readonly { readonly id: Id; readonly label: string; readonly meaning?: string }[];
  /** Null while nothing is chosen. */
  value: Id | null;
  onChange: (id: Id) => void;
  columns?: 1 | 2;
  autoFocus?: boolean;
  isRequired?: boolean;
  /** The group, which can take the focus from code without a card being meant. */
  ref?: Ref<HTMLDivElement>;
  /** Called for each key pressed on the group or on a card. */
  onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
};

/** One choice of a few, each with a description. Native radio buttons cover the whole card. */
export function RadioCards<Id extends string>(props: RadioCardsProps<Id>) {
  const { label, options, value, onChange, columns = 1, autoFocus = false, isRequired, ref, onKeyDown } = props;
  const name = useId();
  return (
    <div
      ref={ref}
      role="radiogroup"
      aria-label={label}
      aria-required={isRequired}
      tabIndex={ref === undefined ? undefined : -1}
      className={styles.cards}
      data-columns={columns}
      onKeyDown={onKeyDown}
    >
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
          />
          <strong>{option.label}</strong>
          {option.meaning !== undefined && <span id={`${name}-${option.id}`}>{option.meaning}</span>}
        </label>
      ))}
    </div>
  );
}
