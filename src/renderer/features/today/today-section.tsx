import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

import type { Preview } from '#domain/today/today.ts';

import styles from './today.module.css';

type TodaySectionProps = {
  title: string;
  of: Preview<unknown>;
  /** Where the rest is, when there are more than are shown. */
  more?: string;
  children: ReactNode;
};

/** One list of Today under its heading; nothing at all when it is empty. */
export function TodaySection({ title, of, more, children }: TodaySectionProps) {
  const id = useId();
  if (of.total === 0) return null;
  const left = of.total - of.items.length;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>
        {title} <span className={styles.count}>{of.total.toLocaleString('en')}</span>
      </h2>
      <ul className={styles.rows}>{children}</ul>
      {left > 0 && more !== undefined && (
        <p>
          <Link to={more}>{`${left.toLocaleString('en')} more: ${title.toLowerCase()}`}</Link>
        </p>
      )}
    </section>
  );
}
