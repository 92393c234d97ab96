import { Check } from 'lucide-react';

import styles from './checkbox.module.css';

type CheckboxProps = {
  label: string;
  labelHidden?: boolean;
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  excludeFromTabOrder?: boolean;
};

/** A labelled checkbox: the native one, invisible, over the drawn one. */
export const Checkbox = ({
  label,
  labelHidden = false,
  isSelected,
  onChange,
  isDisabled = false,
  excludeFromTabOrder = false,
}: CheckboxProps) => (
  <label className={styles.checkbox}>
    <span className={styles.box}>
      <input
        type="checkbox"
        aria-label={labelHidden ? label : undefined}
        checked={isSelected}
        disabled={isDisabled}
        tabIndex={excludeFromTabOrder ? -1 : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <Check size={13} strokeWidth={3} aria-hidden />
    </span>
    {!labelHidden && label}
  </label>
);
