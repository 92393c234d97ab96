import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

import styles from './hint.module.css';

type HintProps = {
  text: string;
  shortcut?: string | undefined;
  /** Whether the text is the accessible name of the button, which a screen reader would otherwise say twice. */
  isName?: boolean;
  children: ReactNode;
};

/** A tooltip for the button inside it: after a short hover, or at once on keyboard focus. */
export const Hint = ({ text, shortcut, isName = false, children }: HintProps) => (
  <TooltipTrigger delay={500} closeDelay={80}>
    {children}
    <Tooltip offset={6} className={styles.hint ?? ''}>
      <span aria-hidden={isName}>{text}</span>
      {shortcut !== undefined && <kbd>{shortcut}</kbd>}
    </Tooltip>
  </TooltipTrigger>
);
