import type { ReactNode } from 'react';

import styles from './alone-box.module.css';

type AloneBoxProps = {
  className?: string | undefined;
  /** For the place of the box in what is around it. */
  itemClassName?: string | undefined;
  children: ReactNode;
};

/** A box of fields that is laid out alone while one of them is typed into; see `keepHeightInUse`. */
export const AloneBox = ({ className = '', itemClassName = styles.item, children }: AloneBoxProps) => (
  // The browser lays out an item of a grid or a flexbox only with all of it, so the box is in an item of its own.
  <div className={itemClassName}>
    <div className={`${styles.box} ${className}`} data-alone>
      {children}
    </div>
  </div>
);
