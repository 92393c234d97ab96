import { Link } from 'react-router';

import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { RecentCoe } from '#domain/today/today.ts';

import screenStyles from '../../ui/screen.module.css';
import { lastChanged } from './last-changed.ts';
import styles from './today.module.css';

/** The COEs written in the last days. */
export function RecentRows({ items }: { items: readonly RecentCoe[] }) {
  return items.map(({ id, title, kind, idleDays }) => (
    <li key={id} className={styles.row}>
      <div>
        <p className={screenStyles.words}>
          <Link to={`/coes/${id}`}>{title.trim() || 'Untitled'}</Link>
        </p>
        <p className={screenStyles.soft}>
          {COE_KIND_LABELS[kind]}, last changed {lastChanged(idleDays)}
        </p>
      </div>
    </li>
  ));
}
