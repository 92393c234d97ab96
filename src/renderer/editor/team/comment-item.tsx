import { useState } from 'react';

import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { type CoePlace, rowIdsOf } from '#domain/team/place-in-coe.ts';
import type { CommentThread, TeamComment } from '#domain/team/team-comment.ts';
import { shorten } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { setUnsentAnswer, useUnsentAnswers } from '../../entities/unsent/unsent-words.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { showToast } from '../../ui/toast.tsx';
import styles from '../questions/questions.module.css';
import { addComment } from './use-comments.ts';
import { WriteComment } from './write-comment.tsx';

type CommentItemProps = {
  thread: CommentThread;
  me: string;
  /** Whether the item says which section it is about. */
  namesSection: boolean;
  isReadOnly: boolean;
  onGo: (place: CoePlace) => void;
  /** Called when the thread moved to another part of the panel, for the focus. */
  onMoved: () => void;
};

/** One thread: what it is about, what was said, and what one can do with it. */
export function CommentItem({ thread, me, namesSection, isReadOnly, onGo, onMoved }: CommentItemProps) {
  const { first, answers, isResolved } = thread;
  const { id: coeId } = useDraft();
  const { section, row } = first.place;
  const unsent = useUnsentAnswers(coeId).words[first.id];
  const isRowThere = useCoe((coe) => row === null || (section !== 'header' && rowIdsOf(coe, section).has(row)));
  const subject = shorten(first.text);
  const [isAnswered, setIsAnswered] = useState(false);
  const say = async (kind: 'resolve' | 'reopen' | 'withdraw', replyTo: string): Promise<void> => {
    if (!(await addComment(coeId, kind, first.place, { replyTo }))) return;
    onMoved();
    if (kind === 'resolve') showToast('Resolved.', () => void addComment(coeId, 'reopen', first.place, { replyTo }));
  };
  return (
    <li className={styles.item} data-state={isResolved ? 'resolved' : 'open'} aria-label={`${first.by}: ${subject}`}>
      {namesSection && <p className={styles.where}>{section === 'header' ? 'Header' : SECTION_SHORT_NAMES[section]}</p>}
      {!isRowThere && <p className={styles.gone}>The row it was about is gone.</p>}
      <ol className={styles.events}>
        {[first, ...answers].map((event) => (
          <Said
            key={event.id}
            event={event}
            isOwn={event.by === me}
            onWithdraw={isReadOnly || event.by !== me ? null : () => void say('withdraw', event.id)}
          />
        ))}
      </ol>
      {isResolved && <p className={styles.state}>Resolved</p>}
      {unsent === undefined ? (
        <div className={styles.buttons}>
          <Button
            look="plain"
            aria-label={`Go there: ${subject}`}
            onPress={() => onGo({ section, rowId: isRowThere ? row : null, field: null })}
          >
            Go there
          </Button>
          {!isReadOnly && (
            <>
              <Button
                look="plain"
                aria-label={`Answer: ${subject}`}
                autoFocus={isAnswered}
                onPress={() => setUnsentAnswer(coeId, first.id, { form: 'answer', text: '' })}
              >
                Answer
              </Button>
              <Button
                look="plain"
                aria-label={`${isResolved ? 'Reopen' : 'Resolve'}: ${subject}`}
                onPress={() => void say(isResolved ? 'reopen' : 'resolve', first.id)}
              >
                {isResolved ? 'Reopen' : 'Resolve'}
              </Button>
            </>
          )}
        </div>
      ) : (
        <WriteComment
          form={first.id}
          unsent={unsent}
          label={`Your answer: ${subject}`}
          button="Answer"
          note="Everyone in the team reads it."
          add={(text) => addComment(coeId, 'answer', first.place, { replyTo: first.id, text })}
          onSent={() => setIsAnswered(true)}
          onCancel={() => {
            setIsAnswered(true);
            setUnsentAnswer(coeId, first.id, null);
          }}
        />
      )}
    </li>
  );
}

type SaidProps = {
  event: TeamComment;
  isOwn: boolean;
  /** Withdraws it; null if it cannot be withdrawn. */
  onWithdraw: (() => void) | null;
};

function Said({ event, isOwn, onWithdraw }: SaidProps) {
  const dates = useDateStyle();
  const zone = useZone();
  return (
    <li className={styles.event} data-own={isOwn || undefined}>
      <p className={styles.who}>
        {event.by}, {formatDateAndTime(event.at, zone, dates)}
      </p>
      <p className={styles.text}>{event.text}</p>
      {onWithdraw !== null && (
        <Button look="plain" aria-label={`Withdraw: ${shorten(event.text)}`} onPress={onWithdraw}>
          Withdraw
        </Button>
      )}
    </li>
  );
}
