import { Link } from 'react-router';

import type { Anniversary } from '#domain/today/today.ts';

import styles from './today.module.css';

/** What happened on this day in other years, said once and gently. */
export function AnniversaryRows({ items }: { items: readonly Anniversary[] }) {
  return items.map(({ id, title, years }) => (
    <li key={id} className={styles.row}>
      <div>
        <p className={styles.words}>
          <Link to={`/coes/${id}`}>{title.trim() || 'Untitled'}</Link>
        </p>
        <p className={styles.soft}>
          {years === 1 ? 'A year ago today.' : `${years} years ago today.`} What is different now?
        </p>
      </div>
    </li>
  ));
}
