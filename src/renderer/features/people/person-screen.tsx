import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';

import { formatDay, formatDayAndDistance } from '#domain/time/format-day.ts';
import type { PersonPage, ShareInList } from '#ipc/people.ts';

import { invoke } from '../../platform/bridge.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { Dialog, DialogButtons } from '../../ui/dialog.tsx';
import { FailedState } from '../../ui/failed-state.tsx';
import { MoreMenu } from '../../ui/menu.tsx';
import screenStyles from '../../ui/screen.module.css';
import { showFailure } from '../../ui/show-failure.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardWords } from './card-words.tsx';
import styles from './people.module.css';
import { Plan } from './plan.tsx';

/** One person: what comes up, open questions of both, what was agreed, and what the person shared. */
export function PersonScreen() {
  const { person = '' } = useParams();
  const asked = useIpcQuery('people:read', { person }, { keepPrevious: true });
  if (asked.error !== null) return <FailedState error={asked.error.appError} onRetry={asked.refetch} />;
  if (asked.data === undefined) return <Skeleton lines={5} />;
  return <Page key={asked.data.id} page={asked.data} />;
}

function Page({ page }: { page: PersonPage }) {
  const dates = useDateStyle();
  const today = useToday();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'words' | 'delete' | null>(null);
  const remove = async (): Promise<void> => {
    const removed = await invoke('people:delete-person', { person: page.id });
    if (removed.ok) void navigate('/people');
    else showFailure(removed.error, 'Nothing was deleted');
  };
  return (
    <div className={screenStyles.screen} data-region data-scroll tabIndex={-1}>
      <p className={screenStyles.soft}>
        <Link to="/people">All people</Link>
      </p>
      <header className={styles.header}>
        <h1 className={styles.name}>{page.name}</h1>
        <MoreMenu
          label={`More about ${page.name}`}
          entries={[
            { id: 'words', label: 'Compare the card…' },
            'line',
            { id: 'delete', label: 'Delete everything from this person…', isDanger: true },
          ]}
          onAction={(id) => setOpen(id === 'words' ? 'words' : 'delete')}
        />
      </header>
      <p className={screenStyles.soft}>For coaching. Not for ratings or discipline.</p>
      {page.due.length > 0 && (
        <section aria-labelledby="person-due" className={styles.part}>
          <h2 id="person-due">Coming up</h2>
          <ul className={screenStyles.rows}>
            {page.due.map(({ text, what, date }) => (
              <li key={`${what} ${date} ${text}`}>
                <p className={screenStyles.words}>{text}</p>
                <p className={screenStyles.soft}>
                  {what === 'due' ? 'Due' : 'Look whether it held'}: {formatDayAndDistance(date, today, dates)}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.open.length > 0 && (
        <section aria-labelledby="person-open" className={styles.part}>
          <h2 id="person-open">Open questions</h2>
          <ul className={screenStyles.rows}>
            {page.open.map(({ share, title, text, of, isProposal }, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same question may be asked twice
              <li key={`${share} ${index}`}>
                <p className={screenStyles.words}>{text}</p>
                <p className={screenStyles.soft}>
                  {isProposal ? 'Your proposal' : of === 'coach' ? 'Yours' : `From ${page.name}`},{' '}
                  <Link to={`/people/${page.id}/${share}`}>{title.trim() || 'Untitled'}</Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Plan page={page} />
      <section aria-labelledby="person-shared" className={styles.part}>
        <h2 id="person-shared">Shared with you</h2>
        <ul className={screenStyles.rows}>
          {page.shares.map((shared) => (
            <li key={shared.share}>
              {shared.withdrawnOn === null ? (
                <Shared page={page} shared={shared} />
              ) : (
                <Withdrawn
                  person={page.id}
                  share={shared.share}
                  words={`Withdrawn on ${formatDay(shared.withdrawnOn, today, dates)}`}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      {open === 'words' && (
        <Dialog title={`The card of ${page.name}`} isOpen onClose={() => setOpen(null)}>
          <CardWords name={page.name} words={page.words} />
          <DialogButtons>
            <Button onPress={() => setOpen(null)}>Close</Button>
          </DialogButtons>
        </Dialog>
      )}
      {open === 'delete' && (
        <Dialog title={`Delete everything from ${page.name}?`} role="alertdialog" isOpen onClose={() => setOpen(null)}>
          <p>
            The copies, your questions and comments, your notes and what you agreed are removed from this computer. This
            cannot be undone. {page.name} keeps the COE.
          </p>
          <DialogButtons>
            <Button autoFocus onPress={() => setOpen(null)}>
              Cancel
            </Button>
            <Button look="danger" onPress={() => void remove()}>
              Delete
            </Button>
          </DialogButtons>
        </Dialog>
      )}
    </div>
  );
}

/** The last copy of a COE that the person shared. Its links are named with the title, because several copies have them. */
function Shared({ page, shared }: { page: PersonPage; shared: ShareInList }) {
  const dates = useDateStyle();
  const today = useToday();
  const { on, hasEarlier, deleteAfter } = shared;
  const title = shared.title.trim() || 'Untitled';
  const path = `/people/${page.id}/${shared.share}`;
  const agenda = 'Agenda for a talk';
  const changes = 'What changed since the previous copy';
  return (
    <>
      <p className={screenStyles.words}>
        <Link to={path}>{title}</Link>
      </p>
      <p className={screenStyles.soft}>
        Copy of {formatDay(on, today, dates)} ·{' '}
        <Link to={`${path}/agenda`} aria-label={`${agenda}: ${title}`}>
          {agenda}
        </Link>
        {hasEarlier && (
          <>
            {' · '}
            <Link to={`${path}?changes=shown`} aria-label={`${changes}: ${title}`}>
              {changes}
            </Link>
          </>
        )}
        {deleteAfter !== null &&
          ` · ${page.name} would like it to be deleted after ${formatDay(deleteAfter, today, dates)}`}
      </p>
    </>
  );
}

/** A share that was withdrawn: only the day is left, and the coach's notes until they are deleted. */
function Withdrawn({ person, share, words }: { person: string; share: string; words: string }) {
  const notes = useIpcQuery('people:read-notes', { person, share }, { gcTime: 0 });
  const remove = async (): Promise<void> => {
    const removed = await invoke('people:save-notes', { person, share, text: '' });
    if (removed.ok) void notes.refetch();
    else showFailure(removed.error, 'Your notes were not deleted');
  };
  return (
    <>
      <p className={screenStyles.soft}>{words}. The copies and the questions were removed.</p>
      {(notes.data?.text ?? '') !== '' && (
        <details className={styles.leftNotes}>
          <summary>Your notes are still here</summary>
          <p>{notes.data?.text}</p>
          <Button onPress={() => void remove()}>Delete these notes</Button>
        </details>
      )}
    </>
  );
}
