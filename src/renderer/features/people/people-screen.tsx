import { Link } from 'react-router';

import { formatDay } from '#domain/time/format-day.ts';

import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import screenStyles from '../../ui/screen.module.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Cards } from './cards.tsx';
import styles from './people.module.css';

/** The people who shared a COE with the coach, the one heard from last first. No counts and no ranking. */
export function PeopleScreen() {
  const dates = useDateStyle();
  const asked = useIpcQuery('people:list', {}, { keepPrevious: true });
  const today = useToday();
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={5} />;
  const { people, unreadable } = asked.data;
  const isEmpty = people.length === 0 && unreadable.length === 0;
  const open = (
    <Button look={isEmpty ? 'primary' : 'quiet'} onPress={() => runCommand('people.open-file')}>
      Open shared file…
    </Button>
  );
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <header className={styles.header}>
        <h1>People</h1>
        {!isEmpty && (
          <div className={styles.buttons}>
            <Link to="/people/themes">Themes</Link>
            {open}
          </div>
        )}
      </header>
      {isEmpty ? (
        <EmptyState title="Nobody has shared a COE with you yet" action={open}>
          <p>
            When somebody sends you a copy of a COE, open the file here. You can read it, ask questions, and send your
            questions back. It is stored on this computer only, apart from your own COEs.{' '}
            <Link to="/handbook/coaching-somebody">Coaching in the handbook</Link>
          </p>
        </EmptyState>
      ) : (
        <>
          <p className={screenStyles.soft}>
            What people shared with you is for coaching. Not for ratings or discipline.
          </p>
          <ul className={screenStyles.rows}>
            {people.map(({ id, name, lastOn }) => (
              <li key={id}>
                <p className={screenStyles.words}>
                  <Link to={`/people/${id}`}>{name}</Link>
                </p>
                {lastOn !== null && (
                  <p className={screenStyles.soft}>Last heard from on {formatDay(lastOn, today, dates)}</p>
                )}
              </li>
            ))}
            {unreadable.map((id) => (
              <li key={id}>
                <p className={screenStyles.words}>Somebody whose file cannot be read</p>
                <p className={screenStyles.soft}>
                  The others are not affected. The file is in the folder <code>{id.slice(0, 12)}…</code> of your people,
                  and nothing in it was changed. If you have a backup of your people, restore it; otherwise ask for a
                  new copy.
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
      <Cards />
    </div>
  );
}
