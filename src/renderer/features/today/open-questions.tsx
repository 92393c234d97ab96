import { Link } from 'react-router';

import { quantity } from '#domain/text/format.ts';

import { useIpcQuery } from '../../platform/queries.ts';
import { useTeam } from '../../platform/team.ts';
import screenStyles from '../../ui/screen.module.css';
import styles from './today.module.css';
import { TodaySection } from './today-section.tsx';

/** Enough to begin with. */
const MAX_COES = 12;

/** COEs of a team library in which two people changed the same place, and somebody has to decide. */
export function OpenQuestions() {
  const counts = useTeam()?.questionsByCoe ?? {};
  const all = Object.keys(counts).toSorted();
  const ids = all.slice(0, MAX_COES);
  const titles = useIpcQuery('coes:titles', { ids }, { enabled: ids.length > 0 }).data ?? [];
  return (
    <TodaySection title="Open questions in the team" of={{ items: ids, total: all.length }}>
      {ids.map((id) => (
        <li key={id} className={styles.row}>
          <div>
            <p className={screenStyles.words}>
              <Link to={`/coes/${id}`}>{titles.find((each) => each.id === id)?.title.trim() || 'Untitled'}</Link>
            </p>
            <p className={screenStyles.soft}>{quantity(counts[id] ?? 0, 'open question')}</p>
          </div>
        </li>
      ))}
    </TodaySection>
  );
}
