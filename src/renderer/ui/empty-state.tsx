import type { ReactNode } from 'react';

import styles from './empty-state.module.css';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** Explains an empty screen and offers an action. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div className={styles.empty}>
    <h2>{title}</h2>
    {children !== undefined && <div className={styles.words}>{children}</div>}
    {action}
  </div>
);
