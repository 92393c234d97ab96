import { useId } from 'react';

import styles from './segmented-control.module.css';

type SegmentedControlProps<Id extends string> = {
  label: string;
  /** `name` is what a screen reader says where the label is only a sign. */
  options: readonly { id: Id; label: string; name?: string }[];
  value: Id;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
  /** The id of what describes the choice. */
  describedBy?: string;
};

/** One choice of a few, all visible. Native radio buttons cover their labels, so that the whole label is clickable. */
export function SegmentedControl<Id extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
  describedBy,
}: SegmentedControlProps<Id>) {
  const name = useId();
  return (
    <div role="radiogroup" aria-label={label} aria-describedby={describedBy} className={styles.group}>
      {options.map((option) => (
        <label key={option.id} className={styles.option} data-selected={option.id === value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.id}
            aria-label={option.name}
            checked={option.id === value}
            disabled={isDisabled}
            onChange={() => onChange(option.id)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}
