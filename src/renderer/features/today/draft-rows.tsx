import { Link } from 'react-router';

import type { WaitingCoe } from '#domain/today/today.ts';
import { COE_KIND_LABELS } from '#domain/guide/kinds.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDay } from '#domain/time/format-day.ts';

import { useDateStyle } from '../../ui/date-style.ts';
import screenStyles from '../../ui/screen.module.css';
import { lastChanged } from './last-changed.ts';
import { LaterMenu } from './later-menu.tsx';
import styles from './today.module.css';

type RowsProps = {
  items: readonly WaitingCoe[];
  day: CalendarDate;
  /** Whether they can be left without a day. A draft without one is shown again after some days. */
  canEnd?: boolean;
};

/** COEs to return to, each with a menu to postpone it. */
export function DraftRows({ items, day, canEnd = false }: RowsProps) {
  const dates = useDateStyle();
  return items.map((draft) => {
    const title = draft.title.trim() || 'Untitled';
    return (
      <li key={draft.id} className={styles.row}>
        <div>
          <p className={screenStyles.words}>
            <Link to={`/coes/${draft.id}`}>{title}</Link>
          </p>
          <p className={screenStyles.soft}>
            {COE_KIND_LABELS[draft.kind]}
            {draft.revisitOn === null
              ? `, last changed ${lastChanged(draft.idleDays)}`
              : `, to look at again on ${formatDay(draft.revisitOn, day, dates)}`}
          </p>
        </div>
        <LaterMenu id={draft.id} title={title} revisitOn={draft.revisitOn} day={day} canEnd={canEnd} />
      </li>
    );
  });
}
