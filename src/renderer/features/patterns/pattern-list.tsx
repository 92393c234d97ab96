import { Link } from 'react-router';

import type { PatternHistory } from '#domain/patterns/pattern-history.ts';
import { plural, quantity } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';

import { usePatternsState } from '../../platform/patterns.ts';
import { useToday } from '../../platform/today.ts';
import { useDateStyle } from '../../ui/date-style.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import screenStyles from '../../ui/screen.module.css';
import styles from './patterns.module.css';

type PatternListProps = {
  histories: readonly PatternHistory[];
  /** Whether the address names a pattern that is not in the library. */
  isGone: boolean;
};

/** All patterns, the one that came up last first; retired ones below. */
export function PatternList({ histories, isGone }: PatternListProps) {
  const { unreadable } = usePatternsState();
  const active = histories.filter(({ pattern }) => pattern.retiredOn === null);
  const retired = histories.filter(({ pattern }) => pattern.retiredOn !== null);
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <h1>Patterns</h1>
      <p className={screenStyles.soft}>
        <Link to="/repeats">Look for repeats in the library…</Link>
      </p>
      {isGone && <p className={styles.note}>That pattern is no longer in this library.</p>}
      {unreadable.length > 0 && (
        <p className={styles.note} role="note">
          {quantity(unreadable.length, 'file')} in the folder “patterns” cannot be read and{' '}
          {plural(unreadable.length, 'stays', 'stay')} unchanged:{' '}
          {unreadable.map(({ fileName }) => fileName).join(', ')}.
        </p>
      )}
      {histories.length === 0 ? (
        <EmptyState title="No patterns yet">
          <p>
            A pattern is a trap that you fall into again and again, in one sentence of your own. Once asks for it below
            the whys of a COE, and when a COE is ready. <Link to="/handbook/patterns">Patterns in the handbook</Link>
          </p>
        </EmptyState>
      ) : (
        <Rows histories={active} />
      )}
      {retired.length > 0 && (
        <section aria-labelledby="retired-patterns" className={styles.part}>
          <h2 id="retired-patterns">Retired</h2>
          <Rows histories={retired} />
        </section>
      )}
    </div>
  );
}

function Rows({ histories }: { histories: readonly PatternHistory[] }) {
  const dates = useDateStyle();
  const today = useToday();
  return (
    <ul className={screenStyles.rows}>
      {histories.map(({ pattern, coes, lastOn }) => (
        <li key={pattern.id}>
          <p className={screenStyles.words}>
            <Link to={`/patterns/${pattern.id}`}>{pattern.words}</Link>
          </p>
          <p className={screenStyles.soft}>
            {coes.length === 0 ? 'No COE yet' : quantity(coes.length, 'COE')}
            {lastOn !== null && `, last on ${formatDay(lastOn, today, dates)}`}
            {pattern.retiredOn !== null && `, retired on ${formatDay(pattern.retiredOn, today, dates)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}
