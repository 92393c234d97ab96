import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './button.module.css';

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style'> & {
  /** `primary`: the one obvious next step. `plain`: beside text. `danger`: a real risk of loss. */
  look?: 'primary' | 'quiet' | 'plain' | 'danger';
};

/** A button with words on it. */
export const Button = ({ look = 'quiet', ...props }: ButtonProps) => (
  <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />
);
