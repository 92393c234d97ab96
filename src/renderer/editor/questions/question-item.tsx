import { type CoachingEvent, MAX_EVENT_TEXT, type ProposedAction } from '#domain/coaching/event.ts';
import { isKnownKind } from '#domain/coaching/threads.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { withNames } from '#domain/sharing/name-replacer.ts';
import { shorten } from '#domain/text/format.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { SharedThreads } from '#ipc/threads.ts';
import type { UnsentAnswer } from '#ipc/unsent.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { UnsentStatus } from '../../entities/unsent/unsent-status.tsx';
import { forgetSent, setUnsentAnswer, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { useToday } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { showToast } from '../../ui/toast.tsx';
import { ChangeProposal } from './change-proposal.tsx';
import { kindWords, STATE_WORDS } from './question-words.ts';
import styles from './questions.module.css';
import { useAnswer } from './use-answer.ts';
import type { Question } from './use-questions.ts';
import { WriteAnswer } from './write-answer.tsx';

type QuestionItemProps = {
  question: Question;
  /** Whether the item says which section it is about. */
  namesSection: boolean;
  readOnly: boolean;
  onGo: () => void;
  /** Called when the question moved to another part of the panel, for the focus. */
  onMoved: () => void;
};

/** One thread: what it is about, what was said, and what the writer can do with it. */
export function QuestionItem({ question, namesSection, readOnly, onGo, onMoved }: QuestionItemProps) {
  const { thread, place, shared, news } = question;
  const { root, state } = thread;
  const { id: coeId } = useDraft();
  const { words, earlier, failure } = useUnsentAnswers(coeId);
  const unsent = words[root.id];
  const writing = unsent?.form ?? null;
  const write = (text: string): void => setUnsentAnswer(coeId, root.id, { form: writing ?? 'answer', text });
  const open = (form: UnsentAnswer['form']): void => setUnsentAnswer(coeId, root.id, { form, text: '' });
  const close = (): void => setUnsentAnswer(coeId, root.id, null);
  const status = <UnsentStatus failure={failure} earlier={earlier.includes(root.id) ? TYPED_EARLIER : null} />;
  const answering = useAnswer(question);
  const reader = shared.reader === '' ? 'the reader' : shared.reader;
  const action = root.kind === 'proposal' ? proposedAction(root, shared) : null;
  const subject = shorten(action?.text ?? root.text);
  const isSettled = state === 'resolved' || state === 'accepted' || state === 'declined';
  const settle = async (stored: Promise<boolean>): Promise<void> => {
    if (!(await stored)) return;
    if (forgetSent(coeId, root.id, unsent)) onMoved();
    else if (unsent !== undefined) showToast('It was stored. What you have changed since then is not in it.');
  };
  return (
    <li
      className={styles.item}
      data-question={root.id}
      data-state={state}
      aria-label={`${kindWords(root, shared)}: ${subject}`}
      tabIndex={-1}
    >
      {namesSection && (
        <p className={styles.where}>{place.section === 'header' ? 'Header' : SECTION_SHORT_NAMES[place.section]}</p>
      )}
      {place.goneRow !== null && (
        <p className={styles.gone}>
          {place.goneRow === '' ? 'The row it was about is gone.' : `The row it was about is gone: “${place.goneRow}”`}
        </p>
      )}
      {root.quote !== null && <blockquote className={styles.quote}>{root.quote.exact}</blockquote>}
      {place.passage?.is === 'not-placed' && place.goneRow === null && (
        <p className={styles.gone}>
          {place.words === ''
            ? 'This passage is not in the text any more.'
            : 'This passage is not in the text any more. Maybe it is about this one now:'}
        </p>
      )}
      {place.passage?.is === 'not-placed' && place.words !== '' && (
        <blockquote className={styles.offer}>{place.words}</blockquote>
      )}
      <ol className={styles.events}>
        {thread.events.map((event) => (
          <Event
            key={event.id}
            event={event}
            question={question}
            isNew={news.has(event.id)}
            onWithdraw={readOnly || !canWithdraw(event, question) ? null : () => void answering.withdraw(event.id)}
          />
        ))}
      </ol>
      <p className={styles.state}>{STATE_WORDS[state]}</p>
      {writing === 'answer' && (
        <WriteAnswer
          label={`Your answer: ${subject}`}
          button="Store the answer"
          text={unsent?.text ?? ''}
          status={status}
          onText={write}
          onSend={(text) => settle(answering.answer(text))}
          onCancel={close}
        />
      )}
      {writing === 'decline' && (
        <WriteAnswer
          label={`Why not now: ${subject}`}
          button="Not now"
          text={unsent?.text ?? ''}
          status={status}
          onText={write}
          onSend={(text) => settle(answering.decline(text))}
          onCancel={close}
        />
      )}
      {writing === 'change' && action !== null && (
        <ChangeProposal
          action={unsent?.action ?? action}
          status={status}
          onChange={(changed) => setUnsentAnswer(coeId, root.id, { form: 'change', text: '', action: changed })}
          onAccept={(changed) => settle(answering.accept(changed))}
          onCancel={close}
        />
      )}
      {writing === null && (
        <div className={styles.buttons}>
          <Button look="plain" aria-label={`Go there: ${subject}`} onPress={onGo}>
            Go there
          </Button>
          {!readOnly && state !== 'withdrawn' && (
            <>
              {action !== null && state !== 'accepted' && (
                <>
                  <Button
                    look="plain"
                    aria-label={`Accept: ${subject}`}
                    onPress={() => void settle(answering.accept(action))}
                  >
                    Accept
                  </Button>
                  <Button look="plain" aria-label={`Change and accept: ${subject}`} onPress={() => open('change')}>
                    Change and accept
                  </Button>
                </>
              )}
              {action !== null && state === 'open' && (
                <Button look="plain" aria-label={`Not now: ${subject}`} onPress={() => open('decline')}>
                  Not now
                </Button>
              )}
              {(action === null || isSettled) && (
                <Button look="plain" aria-label={`Answer ${reader}: ${subject}`} onPress={() => open('answer')}>
                  Answer
                </Button>
              )}
              {action === null && !isSettled && (
                <Button
                  look="plain"
                  aria-label={`Resolve: ${subject}`}
                  onPress={() => void settle(answering.resolve())}
                >
                  Resolve
                </Button>
              )}
              {isSettled && (
                <Button look="plain" aria-label={`Reopen: ${subject}`} onPress={() => void settle(answering.reopen())}>
                  Reopen
                </Button>
              )}
            </>
          )}
        </div>
      )}
    </li>
  );
}

/** The action that the reader proposes, with the writer's own names for people. */
const proposedAction = ({ action }: CoachingEvent, { names }: SharedThreads): ProposedAction | null =>
  action && { ...action, text: withNames(action.text, names), doneWhen: withNames(action.doneWhen, names) };

const TYPED_EARLIER = 'You typed this earlier. It is not stored yet.';

/** Whether the writer wrote an answer that still counts. */
const canWithdraw = ({ id, by, kind }: CoachingEvent, { thread, shared }: Question): boolean =>
  by === shared.writer && (kind === 'answer' || kind === 'question') && !thread.withdrawn.has(id);

type EventProps = {
  event: CoachingEvent;
  question: Question;
  isNew: boolean;
  /** Withdraws the event; null if it cannot be withdrawn. */
  onWithdraw: (() => void) | null;
};

function Event({ event, question: { thread, shared }, isNew, onWithdraw }: EventProps) {
  const dates = useDateStyle();
  const today = useToday();
  if (event.kind === 'withdraw') return null;
  const isGone = thread.withdrawn.has(event.id);
  return (
    <li className={styles.event} data-own={event.by === shared.writer || undefined}>
      <p className={styles.who}>
        {kindWords(event, shared)}, {formatDay(event.at, today, dates)}
        {isNew && <span className={styles.new}>new</span>}
      </p>
      {isGone ? (
        <p className={styles.gone}>Withdrawn.</p>
      ) : (
        <>
          {!isKnownKind(event.kind) && (
            <p className={styles.gone}>A newer Once wrote this. Update Once to see all of it.</p>
          )}
          {event.text !== '' && <p className={styles.text}>{event.text}</p>}
          {event.action !== null && event.kind !== 'decline' && (
            <dl className={styles.action}>
              <dt>Action</dt>
              <dd>{event.action.text}</dd>
              {event.action.doneWhen !== '' && (
                <>
                  <dt>Done when</dt>
                  <dd>{event.action.doneWhen}</dd>
                </>
              )}
              {event.action.due !== null && (
                <>
                  <dt>Due</dt>
                  <dd>{formatDay(event.action.due, today, dates)}</dd>
                </>
              )}
              {event.action.checkDate !== null && (
                <>
                  <dt>Check on</dt>
                  <dd>{formatDay(event.action.checkDate, today, dates)}</dd>
                </>
              )}
            </dl>
          )}
          {onWithdraw !== null && (
            <Button
              look="plain"
              aria-label={`Withdraw: ${shorten(event.text.slice(0, MAX_EVENT_TEXT))}`}
              onPress={onWithdraw}
            >
              Withdraw
            </Button>
          )}
        </>
      )}
    </li>
  );
}
