import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

import styles from './icon-button.module.css';
import { Hint } from './hint.tsx';

type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** The accessible name and the tooltip. */
  label: string;
  /** Shown after the label in the tooltip. */
  shortcut?: string;
  children: ReactNode;
};

/** A button with only an icon, and its name in a tooltip. */
export const IconButton = ({ label, shortcut, children, ...props }: IconButtonProps) => (
  <Hint text={label} shortcut={shortcut} isName>
    <Button {...props} aria-label={label} className={styles.button}>
      {children}
    </Button>
  </Hint>
);
