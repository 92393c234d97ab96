import { Link } from 'react-router';

import { quantity } from '#domain/text/format.ts';
import type { Anniversary } from '#domain/today/today.ts';

import screenStyles from '../../ui/screen.module.css';
import styles from './today.module.css';

/** COEs that happened on this day in earlier years. */
export function AnniversaryRows({ items }: { items: readonly Anniversary[] }) {
  return items.map(({ id, title, years }) => (
    <li key={id} className={styles.row}>
      <div>
        <p className={screenStyles.words}>
          <Link to={`/coes/${id}`}>{title.trim() || 'Untitled'}</Link>
        </p>
        <p className={screenStyles.soft}>{quantity(years, 'year')} ago today. What has changed since?</p>
      </div>
    </li>
  ));
}
