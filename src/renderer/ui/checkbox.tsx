import { Check } from 'lucide-react';
import { Checkbox as AriaCheckbox, type CheckboxProps } from 'react-aria-components';

import styles from './checkbox.module.css';

type Props = Omit<CheckboxProps, 'className' | 'style' | 'children'> & { label: string; labelHidden?: boolean };

/** A tick box with its words. */
export const Checkbox = ({ label, labelHidden = false, ...props }: Props) => (
  <AriaCheckbox {...props} {...(labelHidden ? { 'aria-label': label } : {})} className={styles.checkbox ?? ''}>
    <span className={styles.box} aria-hidden>
      <Check size={13} strokeWidth={3} />
    </span>
    {!labelHidden && label}
  </AriaCheckbox>
);
