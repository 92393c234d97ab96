import { Link } from 'react-router';

import type { ActionItem } from '#domain/actions/action-item.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { formatDayAndDistance } from '#domain/time/format-day.ts';
import { toggleDone } from '../../entities/action/toggle-done.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import screenStyles from '../../ui/screen.module.css';

import styles from './today.module.css';

type RowsProps = { items: readonly ActionItem[]; day: CalendarDate };

/** Actions that are due, each with a checkbox. */
export function ActionRows({ items, day }: RowsProps) {
  const dates = useDateStyle();
  return items.map((item) => {
    const text = item.text.trim() || 'No words yet';
    return (
      <li key={`${item.coeId} ${item.id}`} className={styles.ticked}>
        <Checkbox
          label={`Done: ${text}`}
          labelHidden
          isSelected={item.status === 'done'}
          onChange={() => void toggleDone(item, day, dates)}
        />
        <div>
          <p className={screenStyles.words}>{text}</p>
          <p className={screenStyles.soft}>
            <Link to={`/coes/${item.coeId}?section=actions`}>{item.coeTitle.trim() || 'Untitled'}</Link>
            {item.owner.trim() !== '' && `, ${item.owner.trim()}`}
          </p>
        </div>
        <p className={`${screenStyles.soft} ${styles.when}`}>
          {item.due !== null && formatDayAndDistance(item.due, day, dates)}
        </p>
      </li>
    );
  });
}
