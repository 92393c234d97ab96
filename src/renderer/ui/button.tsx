import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './button.module.css';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `primary`: the main action. `plain`: within text. `danger`: a real risk of data loss. */
  look?: 'primary' | 'quiet' | 'plain' | 'danger';
};

/** A button with a text label. */
export const Button = ({ look = 'quiet', ...props }: ButtonProps) => (
  <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />
);
