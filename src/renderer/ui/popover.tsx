import type { ReactNode } from 'react';
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components';

import styles from './popover.module.css';

type PopoverProps = {
  /** The button that opens the popover. */
  trigger: ReactNode;
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: 'bottom start' | 'bottom end' | 'top start' | 'right';
};

/** A small panel next to the button that opens it. */
export const Popover = ({ trigger, label, children, placement = 'bottom start' }: PopoverProps) => (
  <DialogTrigger>
    {trigger}
    <AriaPopover placement={placement} offset={6} className={styles.popover ?? ''}>
      <Dialog aria-label={label} className={styles.content ?? ''}>
        {({ close }) => (typeof children === 'function' ? children(close) : children)}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
);
