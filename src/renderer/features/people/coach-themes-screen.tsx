import { Link } from 'react-router';

import { useIpcQuery } from '../../platform/queries.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import screenStyles from '../../ui/screen.module.css';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './people.module.css';

const HEADINGS = {
  conditions: 'What contributed',
  triggers: 'What set it off',
  signals: 'What happened to the signal',
  strengths: 'How strong the actions are',
} as const;

/** What several people who shared with the coach have in common, without saying who or how many. */
export function CoachThemesScreen() {
  const asked = useIpcQuery('people:themes', {}, { keepPrevious: true });
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={5} />;
  const shown = asked.data.is === 'themes' ? asked.data.charts.filter(({ themes }) => themes.length > 0) : [];
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <p className={screenStyles.soft}>
        <Link to="/people">All people</Link>
      </p>
      <h1>Themes of the people you coach</h1>
      <div className={styles.purpose}>
        <p>
          <strong>What this is for:</strong> seeing what several people run into, so that you can change the set-up they
          work in.
        </p>
        <p>
          <strong>What it must not be used for:</strong> judging, rating or comparing people, or guessing who it was.
        </p>
      </div>
      {asked.data.is === 'too-few' ? (
        <EmptyState title="Too few people for themes">
          <p>
            Themes begin when five people have shared something with you. With fewer, a theme would say who it is about.
          </p>
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="No theme in common yet">
          <p>A theme is shown when three different people have it. Below that, it would say who it is about.</p>
        </EmptyState>
      ) : (
        <>
          {shown.map(({ id, themes }) => (
            <section key={id} aria-labelledby={`themes-${id}`} className={styles.part}>
              <h2 id={`themes-${id}`}>{HEADINGS[id]}</h2>
              <ul className={screenStyles.rows}>
                {themes.map((theme) => (
                  <li key={theme.id}>
                    <p className={screenStyles.words}>{theme.label}</p>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <p className={screenStyles.soft}>
            Each of these is in what three or more people shared, in no particular order.
            {asked.data.isCut && ' Others are hidden, because fewer people share them.'} Feelings, health and people’s
            own words are never counted. There are no numbers, because a number could tell who it was.
          </p>
          <p className={screenStyles.soft}>
            This protects what you pass on. You have read the copies yourself, so keep what you know about each person
            to yourself.
          </p>
        </>
      )}
    </div>
  );
}
