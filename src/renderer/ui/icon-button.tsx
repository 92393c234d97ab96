import type { ReactNode } from 'react';
import { Button, type ButtonProps } from 'react-aria-components';

import styles from './icon-button.module.css';
import { Hint } from './hint.tsx';

type IconButtonProps = Omit<ButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  /** What it does: its accessible name and its tooltip. */
  label: string;
  /** Shown after the name in the tooltip. */
  shortcut?: string;
  children: ReactNode;
};

/** A button that shows only an icon; its name stands in a tooltip. */
export const IconButton = ({ label, shortcut, children, ...props }: IconButtonProps) => (
  <Hint text={label} shortcut={shortcut}>
    <Button {...props} aria-label={label} className={styles.button}>
      {children}
    </Button>
  </Hint>
);
