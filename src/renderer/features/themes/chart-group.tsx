import type { ReactNode } from 'react';

import styles from './chart-group.module.css';

type ChartGroupProps = { id: string; title: string; words?: string; children: ReactNode };

/** Charts that belong together, below a heading and a sentence. */
export const ChartGroup = ({ id, title, words, children }: ChartGroupProps) => (
  <section aria-labelledby={id} className={styles.group}>
    <h2 id={id}>{title}</h2>
    {words !== undefined && <p className={styles.words}>{words}</p>}
    <div className={styles.charts}>{children}</div>
  </section>
);
