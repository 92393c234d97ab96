import type { CoachingEvent } from '#domain/coaching/event.ts';
import { firstWords, sentRow } from '#domain/coaching/place-thread.ts';
import { replyTarget, type Thread, type ThreadState } from '#domain/coaching/threads.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { SharedCopy } from '#ipc/people.ts';

import { invoke } from '../../platform/bridge.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import type { Asking } from './ask-dialog.tsx';
import styles from './copy.module.css';
import { passageIn, showQuotedWords } from './quoted-words.ts';

type CopyThreadsProps = { copy: SharedCopy; threads: readonly Thread[]; onAsk: (asking: Asking) => void };

const STATES: Readonly<Record<ThreadState, string>> = {
  open: 'Open',
  answered: 'Answered',
  resolved: 'Resolved',
  accepted: 'Accepted',
  declined: 'Not now',
  withdrawn: 'Withdrawn',
};

const KINDS: Readonly<Record<string, string>> = {
  question: 'asked',
  more: 'would like more about this',
  comment: 'commented',
  proposal: 'proposed an action',
  answer: 'answered',
  resolve: 'resolved this',
  reopen: 'reopened this',
  accept: 'accepted the action',
  decline: 'said not now',
};

/** The questions and comments about one section, oldest first. */
export function CopyThreads({ copy, threads, onAsk }: CopyThreadsProps) {
  if (threads.length === 0) return null;
  return (
    <ul className={styles.threads} aria-label="Questions and comments">
      {threads.map((thread) => (
        <li key={thread.root.id} className={styles.thread} data-state={thread.state}>
          <p className={styles.threadState}>{STATES[thread.state]}</p>
          <About copy={copy} thread={thread} />
          {thread.events
            .filter(({ kind }) => kind !== 'withdraw')
            .map((event) => (
              <Event key={event.id} copy={copy} event={event} isWithdrawn={thread.withdrawn.has(event.id)} />
            ))}
          {thread.state !== 'withdrawn' && (
            <div className={styles.threadButtons}>
              <Button
                look="plain"
                onPress={() => onAsk({ place: thread.root.place, span: null, thread: replyTarget(thread, copy.coach) })}
              >
                {thread.root.by === copy.writer ? 'Answer' : 'Add to this'}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The row and the words that a thread is about. */
function About({ copy, thread }: { copy: SharedCopy; thread: Thread }) {
  const { quote, place } = thread.root;
  const found = place.row === null ? null : sentRow(copy.coe, place.row);
  const words = found === null ? '' : firstWords(found);
  const isThere = passageIn(copy, thread)?.is !== 'not-placed';
  return (
    <>
      {place.row !== null && (
        <p className={styles.soft}>{found === null ? 'About a row that is not in this copy' : `About “${words}”`}</p>
      )}
      {quote !== null && (
        <blockquote>
          {quote.exact}{' '}
          {isThere ? (
            <Button
              look="plain"
              aria-label={`Show in the text: ${quote.exact}`}
              onPress={() => showQuotedWords(copy, thread)}
            >
              Show in the text
            </Button>
          ) : (
            <span className={styles.soft}>(these words are not in this copy)</span>
          )}
        </blockquote>
      )}
    </>
  );
}

function Event({ copy, event, isWithdrawn }: { copy: SharedCopy; event: CoachingEvent; isWithdrawn: boolean }) {
  const dates = useDateStyle();
  const today = useToday();
  const isOwn = event.by === copy.coach;
  const withdraw = async (): Promise<void> => {
    const done = await invoke('people:add-event', {
      person: copy.person.id,
      share: copy.share,
      event: { kind: 'withdraw', place: event.place, quote: null, replyTo: event.id, text: '', action: null },
    });
    if (done.ok && done.value.kind !== 'withdraw') showToast('It is deleted. It was in no reply yet.');
    else if (done.ok) showToast(`It is withdrawn. Save the reply, so that ${copy.person.name} sees that too.`);
    else showFailure(done.error, 'It was not withdrawn');
  };
  return (
    <div className={styles.event}>
      <p className={styles.soft}>
        {isOwn ? 'You' : event.by === copy.writer ? copy.person.name : 'Somebody else'}{' '}
        {KINDS[event.kind] ?? 'wrote something that this version of Once does not know'},{' '}
        {formatDay(event.at, today, dates)}
      </p>
      {isWithdrawn ? (
        <p className={styles.soft}>Withdrawn</p>
      ) : (
        <>
          {event.text !== '' && <p className={styles.eventText}>{event.text}</p>}
          {event.action !== null && (
            <p className={styles.eventText}>
              {event.action.text}
              <span className={styles.detail}>
                {event.action.doneWhen !== '' && ` Done when: ${event.action.doneWhen}.`}
                {event.action.due !== null && ` Due ${formatDay(event.action.due, today, dates)}.`}
                {event.action.checkDate !== null &&
                  ` Look again on ${formatDay(event.action.checkDate, today, dates)}.`}
              </span>
            </p>
          )}
          {isOwn && (
            <div className={styles.threadButtons}>
              <Button
                look="plain"
                aria-label={`Withdraw “${event.text || event.action?.text || 'this'}”`}
                onPress={() => void withdraw()}
              >
                Withdraw
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  );
}
