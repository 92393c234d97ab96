import type { ReactNode } from 'react';

import styles from './part-heading.module.css';

/** The heading of a structured part of a section, with a line of help. */
export const PartHeading = ({ children, help }: { children: ReactNode; help?: string | undefined }) => (
  <div className={styles.heading}>
    <h3>{children}</h3>
    {help !== undefined && <p>{help}</p>}
  </div>
);
