import { Radio, RadioGroup } from 'react-aria-components';

import styles from './segmented-control.module.css';

type SegmentedControlProps<Id extends string> = {
  label: string;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChange: (id: Id) => void;
  isDisabled?: boolean;
};

/** One of a few, all in sight: a radio group drawn as one control. */
export function SegmentedControl<Id extends string>({
  label,
  options,
  value,
  onChange,
  isDisabled = false,
}: SegmentedControlProps<Id>) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      isDisabled={isDisabled}
      onChange={(id) => onChange(id as Id)}
      orientation="horizontal"
      className={styles.group ?? ''}
    >
      {options.map((option) => (
        <Radio key={option.id} value={option.id} className={styles.option ?? ''}>
          {option.label}
        </Radio>
      ))}
    </RadioGroup>
  );
}
