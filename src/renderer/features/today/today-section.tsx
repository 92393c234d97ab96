import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

import { formatNumber } from '#domain/text/format.ts';
import type { Preview } from '#domain/today/today.ts';

import screenStyles from '../../ui/screen.module.css';
import styles from './today.module.css';

type TodaySectionProps = {
  title: string;
  of: Preview<unknown>;
  /** A link to the rest of the list. */
  more?: string;
  children: ReactNode;
};

/** One list with its heading and total. Renders nothing when the list is empty. */
export function TodaySection({ title, of, more, children }: TodaySectionProps) {
  const id = useId();
  if (of.total === 0) return null;
  const left = of.total - of.items.length;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id}>
        {title} <span className={styles.count}>{formatNumber(of.total)}</span>
      </h2>
      <ul className={screenStyles.rows}>{children}</ul>
      {left > 0 && more !== undefined && (
        <p>
          <Link to={more}>{`${formatNumber(left)} more: ${title.toLowerCase()}`}</Link>
        </p>
      )}
    </section>
  );
}
