import { useState } from 'react';
import { Link, useNavigate } from 'react-router';

import { CHECK_RESULTS } from '#domain/guide/action-progress.ts';
import type { PatternAttempt, PatternHistory } from '#domain/patterns/pattern-history.ts';
import { quantity } from '#domain/text/format.ts';
import { formatDay, formatDayAndDistance, formatDayCount } from '#domain/time/format-day.ts';
import { formatMoment } from '#domain/time/format-moment.ts';

import { savePattern } from '../../entities/pattern/save-pattern.ts';
import { usePatternsState } from '../../platform/patterns.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { MoreMenu } from '../../ui/menu.tsx';
import screenStyles from '../../ui/screen.module.css';
import { removePattern } from './change-patterns.ts';
import { MergeDialog, RenameDialog, SplitDialog } from './pattern-dialogs.tsx';
import { PatternPlans } from './pattern-plans.tsx';
import styles from './patterns.module.css';

type PatternPageProps = { history: PatternHistory; others: readonly PatternHistory[] };

/** One pattern: its COEs in time, what was tried and whether it held, what is being tried now, and when to ask. */
export function PatternPage({ history, others }: PatternPageProps) {
  const dates = useDateStyle();
  const { pattern, coes, attempts, lastOn, longestDays } = history;
  const navigate = useNavigate();
  const today = useToday();
  const { readOnly } = usePatternsState();
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const isRetired = pattern.retiredOn !== null;
  const retire = (): void =>
    void savePattern(
      pattern,
      { ...pattern, retiredOn: isRetired ? null : today },
      isRetired ? 'The pattern is in use again.' : 'The pattern is retired. Choosing it in a COE puts it back in use.',
    );
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <p className={screenStyles.soft}>
        <Link to="/patterns">All patterns</Link>
      </p>
      <header className={styles.header}>
        <h1 className={styles.title}>{pattern.words}</h1>
        {!readOnly && (
          <MoreMenu
            label="Change this pattern"
            entries={[
              { id: 'rename', label: 'Change the sentence…' },
              ...(others.length > 1 ? [{ id: 'merge', label: 'Merge into another…' }] : []),
              ...(coes.length > 1 ? [{ id: 'split', label: 'Split…' }] : []),
              { id: 'retire', label: isRetired ? 'Use it again' : 'Retire it' },
              'line' as const,
              { id: 'delete', label: 'Delete' },
            ]}
            onAction={(id) => {
              if (id === 'retire') retire();
              else if (id === 'delete') void removePattern(pattern).then((isDone) => isDone && navigate('/patterns'));
              else setOpen(id);
            }}
          />
        )}
      </header>
      <p className={screenStyles.soft}>
        {coes.length === 0 ? 'No COE has it yet.' : `In ${quantity(coes.length, 'COE')}.`}
        {lastOn !== null && ` Last on ${formatDayAndDistance(lastOn, today, dates)}.`}
        {longestDays !== null && coes.length > 1 && ` The longest time without it: ${formatDayCount(longestDays)}.`}
        {pattern.retiredOn !== null && ` Retired on ${formatDay(pattern.retiredOn, today, dates)}.`}
      </p>
      {history.isRetirementDue && !readOnly && (
        <p className={styles.note}>
          It has not come back for as long as you said. <Button onPress={retire}>Retire it</Button>
        </p>
      )}
      <PatternPlans pattern={pattern} readOnly={readOnly} />
      <section aria-labelledby="pattern-coes" className={styles.part}>
        <h2 id="pattern-coes">When it happened</h2>
        {coes.length === 0 ? (
          <p className={screenStyles.soft}>Choose it in a COE, below the whys.</p>
        ) : (
          <ol className={screenStyles.rows}>
            {coes.map((coe) => (
              <li key={coe.id}>
                <p className={screenStyles.words}>
                  <Link to={`/coes/${coe.id}`}>{coe.title.trim() || 'Untitled'}</Link>
                </p>
                <p className={screenStyles.soft}>{formatMoment(coe.happened, { style: 'short', dates })}</p>
              </li>
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="pattern-tried" className={styles.part}>
        <h2 id="pattern-tried">What was tried</h2>
        {attempts.length === 0 ? (
          <p className={screenStyles.soft}>No action of these COEs yet.</p>
        ) : (
          <ol className={screenStyles.rows}>
            {attempts.map((attempt) => (
              <li key={`${attempt.coeId} ${attempt.id}`}>
                <p className={screenStyles.words}>{attempt.text}</p>
                <p className={screenStyles.soft}>
                  {outcomeOf(attempt)},{' '}
                  <Link to={`/coes/${attempt.coeId}?section=actions`}>{attempt.coeTitle.trim() || 'Untitled'}</Link>
                </p>
              </li>
            ))}
          </ol>
        )}
      </section>
      {open === 'rename' && <RenameDialog pattern={pattern} onClose={close} />}
      {open === 'merge' && <MergeDialog pattern={pattern} others={others} onClose={close} />}
      {open === 'split' && <SplitDialog history={history} onClose={close} />}
    </div>
  );
}

function outcomeOf({ status, result }: PatternAttempt): string {
  if (status === 'open') return 'Not done yet';
  return CHECK_RESULTS.find(({ id }) => id === result)?.label ?? 'Done, not checked yet';
}
