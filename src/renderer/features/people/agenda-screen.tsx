import { Link, useParams } from 'react-router';

import type { AgendaPart } from '#domain/coaching/agenda.ts';
import { paperOf } from '#domain/export/paper.ts';

import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { FailedState } from '../../ui/failed-state.tsx';
import screenStyles from '../../ui/screen.module.css';
import { showFailure } from '../../ui/show-failure.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { showToast } from '../../ui/toast.tsx';
import styles from './people.module.css';

/** The agenda of a coaching talk about one copy, to read or to print. */
export function AgendaScreen() {
  const { person = '', share = '' } = useParams();
  const { order, clock } = useDateStyle();
  const dates = { order, clock };
  const asked = useIpcQuery('people:agenda', { person, share, dates }, { staleTime: 0 });
  const info = useIpcQuery('app:info', {});
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={5} />;
  const print = async (to: 'printer' | 'pdf'): Promise<void> => {
    const paper = paperOf(info.data?.locale ?? '');
    const printed = await invoke('people:print-agenda', { person, share, to, paper, dates });
    if (!printed.ok) showFailure(printed.error, 'The agenda was not printed');
    else if (to === 'pdf') showToast('The agenda was saved.');
  };
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <p className={screenStyles.soft}>
        <Link to={`/people/${person}/${share}`}>Back to the copy</Link>
      </p>
      <header className={styles.header}>
        <div>
          <h1>Agenda for a talk</h1>
          <p className={screenStyles.soft}>About “{asked.data.title}”. Not for ratings or discipline.</p>
        </div>
        <div className={styles.buttons}>
          <Button onPress={() => void print('pdf')}>Save as PDF…</Button>
          <Button onPress={() => void print('printer')}>Print…</Button>
        </div>
      </header>
      {asked.data.parts.map((part) => (
        <Part key={part.id} part={part} />
      ))}
    </div>
  );
}

const Part = ({ part: { id, heading, question, facts, open } }: { part: AgendaPart }) => (
  <section aria-labelledby={`agenda-${id}`} className={styles.part}>
    <h2 id={`agenda-${id}`}>{heading}</h2>
    <p className={styles.agendaQuestion}>{question}</p>
    {facts.length + open.length > 0 && (
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {open.map(({ text, of, isProposal }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same question may be asked twice
          <li key={`open ${index}`}>
            {text}{' '}
            <span className={screenStyles.soft}>
              ({isProposal ? 'your proposal' : of === 'coach' ? 'your open question' : 'asked of you'})
            </span>
          </li>
        ))}
      </ul>
    )}
  </section>
);
