import { Link, useNavigate } from 'react-router';

import type { CapturedDraft } from '#domain/today/today.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDay, formatRelativeDay } from '#domain/time/format-day.ts';
import { moveToTrash } from '../../entities/coe/move-to-trash.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import screenStyles from '../../ui/screen.module.css';

import { LaterMenu } from './later-menu.tsx';
import styles from './today.module.css';

type RowsProps = { items: readonly CapturedDraft[]; day: CalendarDate };

/** Drafts from quick capture, each with the question whether to continue it. */
export function CapturedRows({ items, day }: RowsProps) {
  const dates = useDateStyle();
  const navigate = useNavigate();
  return items.map(({ id, title: written, notedOn }) => {
    const title = written.trim() || 'Untitled';
    return (
      <li key={id} className={styles.row}>
        <div>
          <p className={screenStyles.words}>
            <Link to={`/coes/${id}`}>{title}</Link>
          </p>
          <p className={screenStyles.soft}>You noted this {noteDay(notedOn, day, dates)}. Go on with it?</p>
        </div>
        <div className={styles.choices}>
          <Button aria-label={`Continue: ${title}`} onPress={() => void navigate(`/coes/${id}`)}>
            Continue
          </Button>
          <LaterMenu id={id} title={title} revisitOn={null} day={day} />
          <Button look="plain" aria-label={`Move to trash: ${title}`} onPress={() => void moveToTrash(id, title)}>
            Move to trash
          </Button>
        </div>
      </li>
    );
  });
}

/** The day of a note: "today", "yesterday", "on 3 March". */
const noteDay = (date: CalendarDate, day: CalendarDate, dates: DateStyle): string => {
  const relative = formatRelativeDay(date, day);
  return relative === 'today' || relative === 'yesterday' ? relative : `on ${formatDay(date, day, dates)}`;
};
