import { Link } from 'react-router';

import type { RelatedCoe } from '#domain/today/today.ts';
import { conditionLabel } from '#domain/guide/conditions.ts';
import { joinList, quantity } from '#domain/text/format.ts';

import screenStyles from '../../ui/screen.module.css';
import styles from './today.module.css';

/** COEs with open fixes that share conditions with a draft. */
export function RelatedRows({ items }: { items: readonly RelatedCoe[] }) {
  return items.map(({ id, title, shared, openActions, draft }) => (
    <li key={id} className={styles.row}>
      <div>
        <p className={screenStyles.words}>
          <Link to={`/coes/${id}?section=actions`}>{title.trim() || 'Untitled'}</Link>
        </p>
        <p className={screenStyles.soft}>
          {quantity(openActions, 'open action')}. Shares{' '}
          {joinList(shared.map((condition) => conditionLabel(condition).toLowerCase()))} with “
          {draft.title.trim() || 'Untitled'}”.
        </p>
      </div>
    </li>
  ));
}
