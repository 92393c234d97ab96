import { Link } from 'react-router';

import type { RelatedCoe } from '#domain/today/today.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';

import styles from './today.module.css';

/** COEs whose fixes are still open and that share conditions with a draft. */
export function RelatedRows({ items }: { items: readonly RelatedCoe[] }) {
  return items.map(({ id, title, shared, openActions, draft }) => (
    <li key={id} className={styles.row}>
      <div>
        <p className={styles.words}>
          <Link to={`/coes/${id}?section=actions`}>{title.trim() || 'Untitled'}</Link>
        </p>
        <p className={styles.soft}>
          {openActions === 1 ? '1 action is open' : `${openActions} actions are open`}. Shares{' '}
          {shared.map((condition) => conditionLabel(condition).toLowerCase()).join(' and ')} with “
          {draft.title.trim() || 'Untitled'}”.
        </p>
      </div>
    </li>
  ));
}
